// SPDX-License-Identifier: Apache-2.0
#include "serve/server.h"

#include <sys/socket.h>

#include <algorithm>
#include <atomic>
#include <thread>

#include "base/file.h"
#include "base/json_text.h"
#include "serve/crew.h"
#include "serve/door.h"
#include "serve/peer.h"
#include "serve/refusal.h"
#include "serve/routes.h"
#include "serve/secret.h"
#include "serve/version.h"

namespace entente::serve {
namespace {

constexpr int usual_port = 8420;
constexpr std::size_t most_connections = 512, most_streams = 256;
constexpr std::size_t most_requests = 1000;  // over one connection
constexpr int idle_seconds = 2;              // that a connection may be silent
constexpr int waiting_connections = 1024;    // the library's own queue of 5 loses some
constexpr auto between_beats = std::chrono::seconds(5);

const std::map<std::string, std::string> headers_of_all{
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
     "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
     "require-trusted-types-for 'script'; trusted-types 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Cache-Control", "no-cache, private"}};

Request request_of(const httplib::Request& from, int our_port) {
  Request out;
  out.method = from.method == "HEAD" ? "GET" : from.method;
  out.path = from.path;
  for (const auto& [name, value] : from.params) out.query.try_emplace(name, value);
  out.from = from.remote_addr;
  out.gone = hangs_up(from.remote_addr, from.remote_port, our_port);
  out.header = [&from](const std::string& name) { return from.get_header_value(name); };
  out.headers = [&from](const std::string& name) { return from.get_header_value_count(name); };
  return out;
}

bool is_of_type(const httplib::Request& request, std::string_view type) {
  std::string given = request.get_header_value("Content-Type");
  given.resize(std::min(given.find(';'), given.size()));
  while (given.ends_with(' ')) given.pop_back();
  return std::equal(given.begin(), given.end(), type.begin(), type.end(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

// The body of a request. It is read to its end whatever comes of it, since the next request stands
// behind it.
class BodyReader {
 public:
  BodyReader(const httplib::Request& request, std::size_t most)
      : multipart_(request.is_multipart_form_data()), left_(most) {}

  // False where the library refuses it.
  bool read_into(Request& request, const httplib::ContentReader& read) {
    if (!multipart_)
      return read([&](const char* bytes, std::size_t size) {
        if (take(size)) request.body.append(bytes, size);
        return true;
      });
    return read(
        [&](const httplib::MultipartFormData& part) {
          if (take(part.name.size() + part.filename.size()) &&
              request.parts.size() < most_form_parts)
            request.parts.push_back({part.name, part.filename, ""});
          else
            too_much_ = true;
          return true;
        },
        [&](const char* bytes, std::size_t size) {
          if (take(size) && !request.parts.empty()) request.parts.back().bytes.append(bytes, size);
          return true;
        });
  }
  bool too_much() const { return too_much_; }

 private:
  bool take(std::size_t size) {
    too_much_ = too_much_ || size > left_;
    if (!too_much_) left_ -= size;
    return !too_much_;
  }

  bool multipart_, too_much_ = false;
  std::size_t left_;
};

void hold_to_type(const httplib::Request& request, Takes takes) {
  if (is_of_type(request, takes == Takes::form ? "multipart/form-data" : "application/json"))
    return;
  throw Failed({FailureKind::usage,
                takes == Takes::form ? "This is no form with files" : "This is no JSON",
                takes == Takes::form ? "Send multipart/form-data" : "Send application/json"});
}

// The library would wait for one that nothing announces.
bool has_body(const httplib::Request& request) {
  return request.has_header("Content-Length") || request.has_header("Transfer-Encoding");
}

// A browser lays the headers of a 304 over those of the page it keeps, whose own they would spoil.
void put_headers(httplib::Response& to) {
  if (to.status == 304) return;
  for (const auto& [name, value] : headers_of_all)
    if (!to.has_header(name)) to.set_header(name, value);
}

// A provider, since the library would otherwise copy the body, and press it at great cost.
void put_body(const Reply& reply, httplib::Response& to) {
  if (reply.body->empty()) return;
  to.set_content_provider(
      reply.body->size(), reply.type,
      [body = reply.body](std::size_t from, std::size_t size, httplib::DataSink& sink) {
        return sink.write(body->data() + from, size);
      });
}

}  // namespace

class Server::Http {
 public:
  explicit Http(Settings settings) {
    set_up();
    port_ = listen_on(settings);
    const bool all = settings.address == "0.0.0.0" || settings.address == "::";
    address_ = all ? "127.0.0.1" : settings.address;
    door_.reset(new Door{{settings.file, settings.share},
                         {settings.address, port_, std::move(settings.password)},
                         Pages(settings.pages),
                         random_token().substr(0, 8),
                         Questions(settings.longest)});
  }

  int port() const { return port_; }
  const std::string& token() const { return door_->guard.token(); }
  std::size_t questions_at_work() const { return door_->questions.at_work(); }
  std::string url() const {
    const bool v6 = address_.find(':') != std::string::npos;
    return "http://" + (v6 ? "[" + address_ + "]" : address_) + ":" + std::to_string(port_) +
           "/open?token=" + token();
  }

  void run() {
    const std::jthread ahead([this] { prepare_first_view(); });
    if (!door_->watch.ended()) http_.listen_after_bind();
    over_ = true;
  }
  // The library does not hear of it before it listens.
  void stop() {
    door_->stopping.request_stop();
    door_->questions.end();
    door_->watch.end();
    while (!over_ && !http_.is_running()) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    http_.stop();
  }

 private:
  void set_up() {
    http_.new_task_queue = [] { return new Crew(most_connections); };
    http_.set_keep_alive_max_count(most_requests);
    http_.set_keep_alive_timeout(idle_seconds);
    http_.set_write_timeout(30);
    http_.set_tcp_nodelay(true);
    http_.set_payload_max_length(most_form_bytes + most_json_bytes);
    // Not the library's: with SO_REUSEPORT another program could listen on our port as well.
    http_.set_socket_options([this](socket_t socket) {
      const int yes = 1;
      ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
      socket_ = socket;
    });
    http_.set_pre_routing_handler([this](const httplib::Request& from, httplib::Response& to) {
      // Whole answers only: ranges are no part of the contract.
      const_cast<httplib::Request&>(from).ranges.clear();
      const bool reads = from.method == "GET" || from.method == "HEAD";
      if (!reads && has_body(from)) return httplib::Server::HandlerResponse::Unhandled;
      if (from.method == "POST")
        post(from, to, nullptr);
      else
        put(answered([&] { return reply_to(request_of(from, port_)); }), to);
      return httplib::Server::HandlerResponse::Handled;
    });
    http_.Post(".*", [this](const httplib::Request& from, httplib::Response& to,
                            const httplib::ContentReader& read) { post(from, to, &read); });
    http_.set_post_routing_handler(
        [](const httplib::Request&, httplib::Response& to) { put_headers(to); });
    http_.set_error_handler([this](const httplib::Request&, httplib::Response& to) {
      if (!to.has_header("Content-Type")) put(answer_of_status(to.status), to);
    });
  }

  int listen_on(const Settings& settings) {
    const int wanted = settings.port.value_or(usual_port);
    int port = wanted == 0 ? http_.bind_to_any_port(settings.address)
               : http_.bind_to_port(settings.address, wanted) ? wanted
                                                              : -1;
    if (port < 0 && !settings.port) port = http_.bind_to_any_port(settings.address);
    if (port < 0 || ::listen(socket_, waiting_connections) != 0)
      throw Failed({FailureKind::usage,
                    "Nothing can be served at " + printable(settings.address) + ", port " +
                        std::to_string(wanted),
                    "Give another --port, or an address of this machine"});
    return port;
  }

  Reply reply_to(Request request) {
    Guard& guard = door_->guard;
    guard.hold_to_origin(request);
    const Route* route = find_route(request.method, request.path, request.in_path);
    const bool is_page = !request.path.starts_with("/api/");
    if (!is_page || (guard.asks_for_password() && request.path != "/open")) hold_to_token(request);
    Reply reply = route ? route->answer(*door_, request) : page(request);
    if (guard.asks_for_password() && request.path != "/open" && !guard.has_cookie(request))
      reply.headers["Set-Cookie"] = guard.cookie();
    return reply;
  }

  // Of a large case the matrix takes most of a second: begun before anybody opens the page.
  void prepare_first_view() {
    Request request;
    request.header = [](const std::string&) { return std::string(); };
    request.headers = [](const std::string&) { return std::size_t{0}; };
    for (const char* path : {"/api/case", "/api/matrix"})
      answered([&] { return find_route("GET", path, request.in_path)->answer(*door_, request); });
  }

  void hold_to_token(const Request& request) { door_->guard.hold_to_token(request); }

  Reply page(const Request& request) const {
    if (request.method == "GET") return door_->pages.reply(request);
    throw Failed({FailureKind::missing, "There is nothing at this address", ""});
  }

  void post(const httplib::Request& from, httplib::Response& to,
            const httplib::ContentReader* read) {
    Request request = request_of(from, port_);
    std::string ignored;
    const Route* route = find_route(request.method, request.path, ignored);
    const Reply refusal = answered([&] {
      door_->guard.hold_to_origin(request);
      door_->guard.hold_to_token(request);
      if (!route) throw Failed({FailureKind::missing, "There is nothing at this address", ""});
      hold_to_type(from, route->takes);
      return Reply{};
    });
    const bool takes_form = route && route->takes == Takes::form;
    BodyReader body(from, refusal.status != 200 ? 0
                          : takes_form          ? most_form_bytes
                                                : most_json_bytes);
    const bool whole = !read || body.read_into(request, *read);
    put(refusal.status != 200 ? refusal
        : !whole              ? answer_of_status(to.status)
        : body.too_much()     ? answer_of_status(413)
                              : answered([&] { return reply_to(std::move(request)); }),
        to);
  }

  void put(const Reply& reply, httplib::Response& to) {
    to.status = reply.status;
    for (const auto& [name, value] : reply.headers) to.set_header(name, value);
    if (reply.status == 401 && door_->guard.asks_for_password())
      to.set_header("WWW-Authenticate", "Basic realm=\"entente\", charset=\"UTF-8\"");
    if (reply.stream)
      stream(to);
    else
      put_body(reply, to);
  }

  // `event: log` for each version, and a comment now and then, which shows whether anybody listens.
  // Whoever comes when all places are taken gets one event; his browser will come again.
  void stream(httplib::Response& to) {
    const bool crowded = ++streams_ > most_streams;
    to.set_chunked_content_provider(
        "text/event-stream",
        [this, crowded, seen = Version{}](std::size_t, httplib::DataSink& sink) mutable {
          const Version now = door_->watch.newer_than(seen, between_beats);
          if (door_->watch.ended()) return sink.done(), true;
          const std::string told =
              now == seen ? std::string(": here\n\n")
                          : "event: log\nid: " + std::to_string(now.number) + "\ndata: " +
                                JsonObject{}
                                    .number("log", now.number)
                                    .put("generation", generation_of(*door_, now))
                                    .text() +
                                "\n\n";
          seen = now;
          const bool heard = sink.write(told.data(), told.size());
          if (crowded) sink.done();
          return heard;
        },
        [this](bool) { --streams_; });
  }

  httplib::Server http_;
  socket_t socket_ = INVALID_SOCKET;
  int port_ = 0;
  std::string address_;
  std::unique_ptr<Door> door_;
  std::atomic<std::size_t> streams_ = 0;
  std::atomic<bool> over_ = false;
};

Server::Server(Settings settings) : http_(std::make_unique<Http>(std::move(settings))) {}
Server::~Server() = default;
int Server::port() const { return http_->port(); }
std::string Server::url() const { return http_->url(); }
std::string Server::token() const { return http_->token(); }
std::size_t Server::questions_at_work() const { return http_->questions_at_work(); }
void Server::run() { http_->run(); }
void Server::stop() { http_->stop(); }

}  // namespace entente::serve
