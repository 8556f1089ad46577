"""Digits and letters drawn with half blocks, so that they can be as large as the terminal has room for."""
