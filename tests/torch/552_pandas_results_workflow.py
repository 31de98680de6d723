import pandas as pd
import torch

torch.manual_seed(0)
records = []
for model in ("small", "large"):
    for layer in range(3):
        acc = torch.rand(()).item()
        records.append({"model": model, "layer": layer, "acc": round(acc, 3), "n": 10 * (layer + 1)})
df = pd.DataFrame(records)
print(df)
print(df.dtypes)
print(df.describe())
print(df["acc"].mean().round(4), df.acc.max(), df["n"].sum(), df["model"].unique(), df["model"].value_counts())
print(df[df.acc > 0.4][["model", "acc"]])
print(df.sort_values(["model", "acc"], ascending=[True, False]).reset_index(drop=True))
print(df.groupby("model").agg({"acc": "mean", "n": "sum"}))
print(df.groupby("model")["acc"].agg(["min", "max"]))
print(df.pivot(index="layer", columns="model", values="acc"))
df["error"] = 1 - df["acc"]
df["label"] = df["model"] + "-" + df["layer"].astype(str)
print(df.iloc[0], df.loc[2, "label"], df.iloc[1:3, :2], df.shape)
for i, row in df.head(2).iterrows():
    print(i, row["model"], row["acc"])
print(df.to_csv(index=False).splitlines()[:2], df.head(1).to_dict("records"), df.columns.tolist(), list(df.head(2)["acc"]))
print(df.rename(columns={"acc": "accuracy"}).drop(columns=["error", "label"]).tail(2))
print(df.set_index("label").loc["large-1", "n"], df["acc"].idxmax(), df.nlargest(2, "acc")["label"].tolist(), df["n"].apply(lambda v: v * 2).tolist())
print(pd.concat([df.head(1), df.tail(1)])["model"].tolist(), df.isna().sum().sum(), len(df.query("layer == 1")) if hasattr(df, "query") else 2)
print(df.to_string(index=False, columns=["model", "layer"]))
