"""The web door for the hosts' phones: who gets in, what they are shown, and what they may send."""
