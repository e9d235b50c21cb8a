"""The access rule a second time, as a lawyer would read it: plain Python over plain data.

Written from the articles of the convenant and ``domein.md`` §5; it imports nothing of the
application that decides on access, so that a mistake there is not made here as well.
"""
