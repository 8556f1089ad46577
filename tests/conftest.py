"""What all tests share: the time zone of the people who use the program."""

import os
import time

os.environ["TZ"] = "Europe/Oslo"
if hasattr(time, "tzset"):
    time.tzset()
