import circuitsvis as cv
import matplotlib.pyplot as plt
import pandas as pd
import plotly.express as px
import plotly.graph_objects as go
import seaborn as sns
import torch
from plotly.subplots import make_subplots

df = pd.DataFrame({"layer": [0, 1, 0, 1], "acc": [0.5, 0.7, 0.4, 0.9], "model": ["a", "a", "b", "b"]})
grid = torch.arange(12.0).view(3, 4)
heat = px.imshow(grid, color_continuous_midpoint=0, color_continuous_scale="RdBu", labels={"x": "head", "y": "layer"}, title="t")
lines = px.line(df, x="layer", y="acc", color="model", markers=True)
figures = {
    "imshow": heat, "line": lines, "bar": px.bar(df, x="layer", y="acc"), "scatter": px.scatter(df, x="layer", y="acc", color="acc"),
    "histogram": px.histogram(torch.arange(10.0), nbins=5), "box": px.box(df, x="model", y="acc"),
    "facets": px.imshow(torch.ones(2, 3, 3), facet_col=0), "rows": px.line(y=[torch.ones(2), torch.zeros(2)]),
    "heatmap": go.Figure(go.Heatmap(z=[[1, 2], [3, 4]], x=["a", "b"])),
    "grid": make_subplots(rows=1, cols=2, subplot_titles=["p", "q"]).add_trace(go.Scatter(y=[1, 2]), row=1, col=1)
    .add_trace(go.Bar(x=["u"], y=[2]), row=1, col=2),
}
for name, figure in figures.items():
    drawn = figure.update_layout(width=600).add_hline(y=1)._draw()
    print(name, figure, drawn, [t.name for t in figure.data], [a.get_title() for a in drawn.axes])
axes = sns.heatmap(grid, annot=True, fmt=".0f", cmap="Blues")
axes.set_title("numbers")
sns.lineplot(data=df, x="layer", y="acc", hue="model", ax=axes)
sns.barplot(data=df, x="model", y="acc")
print(axes.get_title(), plt.gcf())
plt.close("all")
try:
    heat.write_html("x.html")
except PermissionError as err:
    print(err)
print(cv.attention.attention_patterns(tokens=["a", "b"], attention=torch.ones(2, 2, 2)) is not None)
