// SPDX-License-Identifier: Apache-2.0
#include "serve/peer.h"

#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>

#include <charconv>
#include <filesystem>

namespace entente::serve {
namespace {

using Ask = int (*)(int, sockaddr*, socklen_t*);

struct End {
  std::string address, port;
};

End end_of(int socket, Ask ask) {
  sockaddr_storage at{};
  socklen_t size = sizeof at;
  char address[NI_MAXHOST] = "", port[NI_MAXSERV] = "";
  auto* const plain = reinterpret_cast<sockaddr*>(&at);
  if (ask(socket, plain, &size) != 0 ||
      ::getnameinfo(plain, size, address, sizeof address, port, sizeof port,
                    NI_NUMERICHOST | NI_NUMERICSERV) != 0)
    return {};
  return {address, port};
}

// The library does not tell which socket a request came by: of those that are open, it is the one
// with these ends.
int socket_between(const std::string& address, int port, int our_port) {
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd", none)) {
    const std::string name = entry.path().filename().string();
    int file = -1;
    std::from_chars(name.data(), name.data() + name.size(), file);
    const End theirs = end_of(file, ::getpeername);
    if (theirs.port == std::to_string(port) && theirs.address == address &&
        end_of(file, ::getsockname).port == std::to_string(our_port))
      return file;
  }
  return -1;
}

bool has_hung_up(int socket) {
  pollfd at{socket, POLLRDHUP, 0};
  return ::poll(&at, 1, 0) > 0 && (at.revents & (POLLRDHUP | POLLHUP | POLLERR)) != 0;
}

}  // namespace

std::function<bool()> hangs_up(const std::string& address, int port, int our_port) {
  return [=, socket = -1]() mutable {
    if (socket < 0) socket = socket_between(address, port, our_port);
    return socket >= 0 && has_hung_up(socket);
  };
}

}  // namespace entente::serve
