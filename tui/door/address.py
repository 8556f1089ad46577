"""Where phones find this laptop: its addresses on the networks it is on, and a port that is free."""

from __future__ import annotations

import os
import socket
import struct
import sys
from contextlib import suppress
from ipaddress import IPv4Address, IPv4Network
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LOOPBACK = "127.0.0.1"
FIRST_PORT = 8080
_PORTS_TRIED = 20
_GET_ADDRESS = {"linux": 0x8915, "darwin": 0xC0206921}.get(sys.platform)  # SIOCGIFADDR: netdevice(7), <sys/sockio.h>

# Interfaces that lead to no room: tunnels, and the inside of virtual machines and containers.
_VIRTUAL_NAMES = (
    *("tun", "tap", "utun", "wg", "ppp", "ipsec", "tailscale", "zt", "ham"),
    *("docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "vnic", "bridge", "lxc", "lxd", "podman", "cni"),
)
_VIRTUAL_NETWORKS = tuple(
    IPv4Network(network)
    for network in (
        "100.64.0.0/10",  # RFC 6598; overlay networks live here
        "169.254.0.0/16",  # RFC 3927: no network gave an address
        "172.17.0.0/16",  # containers
        "192.168.56.0/24",  # virtual machines
        "192.168.122.0/24",  # virtual machines
    )
)
_SWITCHES = IPv4Network("172.16.0.0/12")  # a laptop that is the first of such a network is a virtual switch
_FAR_AWAY = ("198.51.100.1", "10.255.255.255", "172.31.255.255", "192.168.255.255")


class Found(NamedTuple):
    """An address of this laptop. `interface` is empty where the system does not tell; `routed`: traffic goes there."""

    ip: str
    interface: str = ""
    routed: bool = False


def addresses() -> list[str]:
    """Give the addresses of this laptop, the one that phones most likely reach first; the loopback one where none."""
    return ranked([*_of_interfaces(), *_of_routes(), *_of_name()]) or [LOOPBACK]


def ranked(found: Iterable[Found]) -> list[str]:
    """Put addresses in the order in which they are offered: tunnels and virtual machines last, each address once."""
    facts: dict[str, Found] = {}
    for one in found:
        known = facts.get(one.ip, one)
        facts[one.ip] = Found(one.ip, known.interface or one.interface, known.routed or one.routed)
    near = [one for one in facts.values() if not IPv4Address(one.ip).is_loopback]
    return [one.ip for one in sorted(near, key=lambda one: (_virtual(one), not one.routed))]


def listen(port: int, host: str) -> socket.socket:
    """Give a socket that listens on `port`, else on the next that is free, else on any. Raises OSError without one."""
    for candidate in (*range(port, port + _PORTS_TRIED), 0):
        # With protocol 0 asyncio leaves Nagle's algorithm on, and each answer waits 40 ms.
        bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        if sys.platform == "win32":
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            bound.bind((host, candidate))
            bound.listen(1024)
        except OSError:
            bound.close()
            if not candidate:
                raise
        else:
            bound.setblocking(False)
            return bound
    raise AssertionError("the last candidate returns or raises")


def _virtual(one: Found) -> bool:
    ip = IPv4Address(one.ip)
    return (
        one.interface.casefold().startswith(_VIRTUAL_NAMES)
        or any(ip in network for network in _VIRTUAL_NETWORKS)
        or (ip in _SWITCHES and ip.packed[3] == 1)
    )


def _of_interfaces() -> Iterator[Found]:
    if _GET_ADDRESS is None:
        return
    import fcntl

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        for _, name in socket.if_nameindex():
            with suppress(OSError):  # an interface without an address
                answer = fcntl.ioctl(asked.fileno(), _GET_ADDRESS, struct.pack("256s", name.encode()[:15]))
                yield Found(socket.inet_ntoa(answer[20:24]), name)


def _of_routes() -> Iterator[Found]:
    """Give the addresses that traffic would leave from. A datagram socket that is connected sends nothing."""
    for target in _FAR_AWAY:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked, suppress(OSError):
            asked.connect((target, 9))
            yield Found(asked.getsockname()[0], routed=target == _FAR_AWAY[0])


def _of_name() -> Iterator[Found]:
    """Give what Windows knows its own name to stand for; elsewhere that might ask the network."""
    if os.name == "nt":
        with suppress(OSError):
            for entry in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET):
                yield Found(str(entry[4][0]))
