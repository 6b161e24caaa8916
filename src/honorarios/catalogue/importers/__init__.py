"""Published and owned price lists read into a catalogue, every refused row reported."""
