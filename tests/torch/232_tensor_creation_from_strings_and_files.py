import io
import json
import torch

rows = "1,2,3\n4,5,6".split("\n")
t = torch.tensor([[int(v) for v in r.split(",")] for r in rows])
print(t, t.shape, t.float().mean(0))
data = json.loads('{"w": [[0.5, -1.0], [2.0, 0.25]], "b": [1, 2]}')
w, b = (torch.tensor(data[k], dtype=torch.float32) for k in ("w", "b"))
print(w @ b, json.dumps({"out": (w @ b).tolist(), "n": w.numel()}))
buf = io.BytesIO()
torch.save({"w": w, "meta": {"step": 3}}, buf)
buf.seek(0)
back = torch.load(buf)
print(back["w"].equal(w), back["meta"], torch.tensor([ord(c) for c in "abc"]), "".join(chr(c) for c in torch.tensor([104, 105]).tolist()), torch.tensor(list(b"hi")), torch.tensor([float(v) for v in "1.5 2.5".split()]))
text = "\n".join(f"{i}\t{v:.3f}" for i, v in enumerate(w.flatten()))
print(text, torch.tensor([float(line.split("\t")[1]) for line in text.split("\n")]).view(2, 2).equal(w))
