"""Words, and what the network reads in them: the ONNX session, offsets, decoding to spans."""
