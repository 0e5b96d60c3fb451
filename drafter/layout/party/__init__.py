"""Documents of the Party, by Hướng dẫn 05-HD/VPTW."""
