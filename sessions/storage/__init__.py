"""What keeps documents through kills, full disks and power cuts: a snapshot, a journal beside it, and their owner."""
