"""One report to one reading, through a tuple of pure stages (`reader`)."""
