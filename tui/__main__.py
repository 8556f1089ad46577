"""Command line and composition root."""


def main() -> None:
    """Run the program."""


if __name__ == "__main__":
    main()
