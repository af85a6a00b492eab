// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

// A client without manners: what it sends is what the test says, well-formed or not.
namespace entente::serve {

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Heard {
  int status = 0;
  std::map<std::string, std::string> headers;  // names in lower case
  std::string body;

  std::string header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? "" : found->second;
  }
};

class Connection {
 public:
  explicit Connection(int port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    const timeval patience{60, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(static_cast<std::uint16_t>(port));
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0)
      throw std::runtime_error("nobody listens");
  }
  Connection(const Connection&) = delete;
  ~Connection() { ::close(socket_); }

  // False once the other side has hung up.
  bool send(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  // What has come up to the mark; all until the end where it never comes.
  std::string read_to(const std::string& mark) {
    for (;;) {
      if (const auto at = left_.find(mark); !mark.empty() && at != left_.npos)
        return take(at + mark.size());
      char bytes[16384];
      const ssize_t got = ::recv(socket_, bytes, sizeof bytes, 0);
      if (got <= 0) return take(left_.size());
      left_.append(bytes, static_cast<std::size_t>(got));
    }
  }

  Heard head() {
    Heard out;
    const std::string text = read_to("\r\n\r\n");
    if (text.size() > 12) out.status = std::atoi(text.c_str() + 9);
    for (std::size_t at = text.find("\r\n"); at != text.npos; at = text.find("\r\n", at + 2)) {
      const std::string line = text.substr(at + 2, text.find("\r\n", at + 2) - at - 2);
      const auto colon = line.find(": ");
      if (colon == line.npos) continue;
      std::string name = line.substr(0, colon);
      std::transform(name.begin(), name.end(), name.begin(),
                     [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
      out.headers[name] = line.substr(colon + 2);
    }
    return out;
  }

 private:
  std::string take(std::size_t size) {
    std::string out = left_.substr(0, size);
    left_.erase(0, size);
    return out;
  }

  int socket_;
  std::string left_;
};

inline std::string request_text(const std::string& method, const std::string& target,
                                const Headers& headers, const std::string& body = "") {
  std::string out = method + " " + target + " HTTP/1.1\r\n";
  for (const auto& [name, value] : headers) out += name + ": " + value + "\r\n";
  if (!body.empty() || method == "POST")
    out += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  return out + "\r\n" + body;
}

// One request on a connection of its own.
inline Heard ask(int port, const std::string& method, const std::string& target, Headers headers,
                 const std::string& body = "") {
  Connection connection(port);
  headers.emplace_back("Connection", "close");
  connection.send(request_text(method, target, headers, body));
  Heard out = connection.head();
  out.body = connection.read_to("");
  return out;
}

struct FormPart {
  std::string name, file_name, bytes;
};

inline constexpr const char* form_type = "multipart/form-data; boundary=xXx";

inline std::string form(const std::vector<FormPart>& parts) {
  std::string out;
  for (const FormPart& part : parts) {
    out += "--xXx\r\nContent-Disposition: form-data; name=\"" + part.name + "\"";
    if (!part.file_name.empty()) out += "; filename=\"" + part.file_name + "\"";
    out += "\r\n\r\n" + part.bytes + "\r\n";
  }
  return out + "--xXx--\r\n";
}

}  // namespace entente::serve
