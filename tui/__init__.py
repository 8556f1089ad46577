"""The skin: everything people see and touch."""
