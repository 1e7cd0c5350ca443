"""Domain objects to sentences in the reader's language, for both front ends."""
