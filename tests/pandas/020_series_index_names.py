import pandas as pd
df=pd.DataFrame({"team_name":["a","b","a"],"x":[1,2,3],"k":["u","v","v"]})
print(df.groupby("team_name")["x"].mean())
print(df.groupby(["team_name","k"])["x"].sum())
print(df.set_index("team_name")["x"])
print(df.groupby("x")["k"].count())
