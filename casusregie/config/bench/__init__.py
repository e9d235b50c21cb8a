"""The benchmark: ``make bench`` fills databases of its own and prints one table of ratios.

``__main__`` makes the databases and starts ``meten``, which measures as the application.
"""
