"""What is shown of an answer: words as blocks that any front end draws."""
