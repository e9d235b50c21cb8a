"""The demo story: two years of invented people, played through the real services.

Every case is a generator that sleeps until its next day (``yield moment``) and then does its
deeds as the person whose turn it is. ``toneel`` wakes them in the order of time, so numbers,
agendas and logs come out as they would have; what lies after today has not happened yet.
"""
