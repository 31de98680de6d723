"""A small hub on 127.0.0.1 for test_hub.c. Prints its port. A file named `cut` in the current folder makes
it break off the large file, one named `bad` makes it send a wrong byte."""
import hashlib
import http.server
import json
import os
import sys
FILES={"config.json":b'{"model_type":"llama"}',"tokenizer.json":b'{}'}
BIG=bytes((i*7+i//251)%256 for i in range(3_000_000)); FILES["model.safetensors"]=BIG
SHA="0123456789abcdef0123456789abcdef01234567"
class H(http.server.BaseHTTPRequestHandler):
    protocol_version="HTTP/1.1"
    def log_message(self,*a):
        pass
    def send(self,code,body,headers={},head=False,length=None):
        self.send_response(code)
        for k,v in headers.items(): self.send_header(k,v)
        self.send_header("Content-Length",str(len(body) if length is None else length)); self.end_headers()
        if not head: self.wfile.write(body)
    def do_HEAD(self): self.do(True)
    def do_GET(self): self.do(False)
    def do(self,head):
        p=self.path
        if p.startswith("/api/models/o/m/revision/"): return self.send(200,json.dumps({"sha":SHA,"siblings":[{"rfilename":n} for n in FILES]}).encode())
        if p.startswith("/api/models/o/gated"): return self.send(403 if self.headers.get("Authorization") else 401,b"no")
        if p.startswith("/o/m/resolve/"):
            n=p.split("/")[-1]; b=FILES[n]; h={"ETag":'"%s"'%hashlib.sha1(b).hexdigest(),"X-Repo-Commit":SHA}
            if n=="model.safetensors":
                h={"X-Linked-Etag":'"%s"'%hashlib.sha256(b).hexdigest(),"X-Linked-Size":str(len(b)),"Location":"http://localhost:%d/cdn/%s"%(self.server.server_port,n)}
                return self.send(302,b"",h,head)
            return self.send(200,b,h,head)
        if p.startswith("/cdn/"):
            if self.headers.get("Authorization"): return self.send(400,b"the token went to another host")
            b=FILES[p.split("/")[-1]]; r=self.headers.get("Range")
            if r:
                a=int(r.split("=")[1].split("-")[0]); return self.send(206,b[a:],{"Content-Range":"bytes %d-%d/%d"%(a,len(b)-1,len(b))})
            if os.path.exists("cut"):
                self.send(200,b[:1_000_000],{},False,len(b)); self.close_connection=True; return
            if os.path.exists("bad"): return self.send(200,b[:-1]+b"x")
            return self.send(200,b)
        self.send(404,b"nope")
s=http.server.ThreadingHTTPServer(("127.0.0.1",0),H); print(s.server_port,flush=True); s.serve_forever()
