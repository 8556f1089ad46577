"""The address that phones most likely reach comes first."""

import pytest

from tui.door.address import FIRST_PORT, LOOPBACK, Found, addresses, listen, ranked


@pytest.mark.parametrize(
    ("found", "first"),
    [
        ([Found("10.8.0.6", "tun0", routed=True), Found("192.168.43.17", "wlan0")], "192.168.43.17"),
        ([Found("172.17.0.1", "docker0"), Found("10.0.0.5", "eth0")], "10.0.0.5"),
        ([Found("100.101.2.3", ""), Found("172.20.10.3", "")], "172.20.10.3"),
        ([Found("192.168.56.1", ""), Found("192.168.1.9", "")], "192.168.1.9"),
        ([Found("169.254.7.7", ""), Found("192.168.137.1", "")], "192.168.137.1"),
        ([Found("172.28.32.1", ""), Found("10.11.12.13", "")], "10.11.12.13"),
        ([Found("10.0.0.4", "eth0"), Found("192.168.1.9", "wlan0"), Found("192.168.1.9", routed=True)], "192.168.1.9"),
        ([Found("10.8.0.6", "utun3")], "10.8.0.6"),
    ],
)
def test_tunnels_and_virtual_machines_come_last(found: list[Found], first: str) -> None:
    order = ranked(found)
    assert order[0] == first
    assert len(order) == len({one.ip for one in found})


def test_the_loopback_address_is_offered_where_there_is_no_other() -> None:
    assert ranked([Found(LOOPBACK, "lo")]) == []
    assert addresses()


def test_each_that_listens_gets_a_port_of_its_own() -> None:
    sockets = [listen(FIRST_PORT, LOOPBACK) for _ in range(30)]
    assert len({one.getsockname()[1] for one in sockets}) == 30
    for one in sockets:
        one.close()
