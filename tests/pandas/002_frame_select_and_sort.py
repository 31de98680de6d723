import pandas as pd

df = pd.DataFrame({"layer": [0, 1, 2, 3], "head": [3, 1, 2, 0], "score": [0.5, -1.25, 2.0, 0.75], "tok": ["a", "b", "c", "d"]})
print(df.head(2))
print(df.tail(1))
print(df.sort_values("score", ascending=False))
print(df.sort_values(["tok"], ascending=[False]).head(2))
print(df[df["score"] > 0])
print(df[(df.score > 0) & (df.layer < 3)]["tok"])
print(df.loc[1, "tok"], df.iloc[2, 2], df.loc[df.layer == 3, "score"].item())
print(df.loc[1:2, ["layer", "tok"]])
print(df.iloc[1:3, 0:2])
print(df.iloc[-1]["tok"], df.iloc[[0, 2]]["head"].tolist())
df["double"] = df["score"] * 2
df.loc[0, "score"] = 9.0
df["kind"] = "attn"
print(df)
print(df.drop(columns=["kind", "double"]))
print(df.rename(columns={"tok": "token"}).columns.tolist())
print(df.score.max(), df["score"].idxmax(), df["score"].mean(), df["head"].sum(), df.score.std())
print(df[["layer", "score"]].mean())
print(df["score"].apply(lambda v: v > 1), df["tok"].map({"a": 1, "b": 2}), sep="\n")
print(df.assign(ratio=df["score"] / df["layer"]).ratio)
print(df.nlargest(2, "score")[["layer", "score"]])
print(df.set_index("tok").loc["c"])
print(df.reset_index().head(1))
for row in df.itertuples():
    print(row.Index, row.layer, row.tok, row.score)
for i, row in df.iterrows():
    print(i, row["tok"], row["score"])
try:
    df["nothing"]
except KeyError as err:
    print("KeyError", err)
