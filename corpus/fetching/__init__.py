"""The addresses in a catalogue to files in a folder, politely and checked."""
