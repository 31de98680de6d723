import pandas as pd
import torch

torch.manual_seed(0)
scores = torch.randn(3, 4)
baseline = 2.5
rows = [{"layer": l, "head": h, "effect": round((baseline - scores[l, h]).item(), 3)} for l in range(3) for h in range(4)]
df = pd.DataFrame(rows)
print(df.head())
print(df.sort_values("effect", ascending=False).head(3))
print(df.groupby("layer")["effect"].mean())
best = df.loc[df["effect"].idxmax()]
print(int(best["layer"]), int(best["head"]), best["effect"])
print(df[df["effect"] > 3].shape, df.columns.tolist(), len(df))
print(torch.tensor(df["effect"].values).view(3, 4).round(decimals=1))
