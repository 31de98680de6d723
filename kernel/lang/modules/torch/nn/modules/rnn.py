"""Recurrent layers."""

import math

import torch
from torch.nn import init
from torch.nn.modules.module import Module
from torch.nn.parameter import Parameter
from torch.nn.utils.rnn import PackedSequence

_op = torch._operator
_cells = {"LSTM": _op("lstm"), "GRU": _op("gru"), "RNN_TANH": _op("rnn_tanh"), "RNN_RELU": _op("rnn_relu")}
_GATES = {"LSTM": 4, "GRU": 3, "RNN_TANH": 1, "RNN_RELU": 1}


def _reset(module):
    bound = 1.0 / math.sqrt(module.hidden_size) if module.hidden_size > 0 else 0
    for weight in module.parameters():
        init.uniform_(weight, -bound, bound)


class RNNBase(Module):
    """Layers that carry a state from step to step."""

    def __init__(self, mode, input_size, hidden_size, num_layers=1, bias=True, batch_first=False, dropout=0.0,
                 bidirectional=False, proj_size=0, device=None, dtype=None):
        super().__init__()
        if isinstance(dropout, bool) or not 0 <= dropout <= 1:
            raise ValueError("dropout should be a number in range [0, 1] representing the probability of an element being zeroed")
        for name, value, kind in (("bias", bias, bool), ("batch_first", batch_first, bool), ("input_size", input_size, int),
                                  ("hidden_size", hidden_size, int)):
            if not isinstance(value, kind):
                raise TypeError(f"{name} should be of type {kind.__name__}, got: {type(value).__name__}")
        if input_size <= 0:
            raise ValueError("input_size must be greater than zero")
        if hidden_size <= 0:
            raise ValueError("hidden_size must be greater than zero")
        if num_layers <= 0:
            raise ValueError("num_layers must be greater than zero")
        if proj_size < 0:
            raise ValueError("proj_size should be a positive integer or zero to disable projections")
        if proj_size >= hidden_size:
            raise ValueError("proj_size has to be smaller than hidden_size")
        self.mode, self.input_size, self.hidden_size, self.num_layers = mode, input_size, hidden_size, num_layers
        self.bias, self.batch_first, self.dropout, self.bidirectional = bias, batch_first, float(dropout), bidirectional
        self.proj_size = proj_size
        self._flat = []
        self._all_weights = []
        self._make(device, dtype)
        self.reset_parameters()

    def _make(self, device, dtype):
        gates, directions = _GATES[self.mode] * self.hidden_size, 2 if self.bidirectional else 1
        width = self.proj_size or self.hidden_size
        for layer in range(self.num_layers):
            for direction in range(directions):
                suffix = f"_l{layer}{'_reverse' if direction else ''}"
                inputs = self.input_size if layer == 0 else width * directions
                shapes = {"weight_ih": (gates, inputs), "weight_hh": (gates, width)}
                if self.bias:
                    shapes.update(bias_ih=(gates,), bias_hh=(gates,))
                if self.proj_size:
                    shapes["weight_hr"] = (self.proj_size, self.hidden_size)
                for name, shape in shapes.items():
                    setattr(self, name + suffix, Parameter(torch.empty(shape, device=device, dtype=dtype)))
                    self._flat.append(name + suffix)
                self._all_weights.append([name + suffix for name in shapes])

    @property
    def all_weights(self):
        """The parameters of each layer."""
        return [[getattr(self, name) for name in names] for names in self._all_weights]

    def flatten_parameters(self):
        """Nothing: memory needs no rearranging."""

    def reset_parameters(self):
        """Draws new values."""
        _reset(self)

    def _zeros(self, like, batch, width):
        layers = self.num_layers * (2 if self.bidirectional else 1)
        return torch.zeros(layers, batch, width, dtype=like.dtype, device=like.device)

    def _check(self, input, hx, batch):
        if input.shape[-1] != self.input_size:
            raise RuntimeError(f"input.size(-1) must be equal to input_size. Expected {self.input_size}, got {input.shape[-1]}")
        layers = self.num_layers * (2 if self.bidirectional else 1)
        states = hx if self.mode == "LSTM" else (hx,)
        for i, (state, width) in enumerate(zip(states, (self.proj_size or self.hidden_size, self.hidden_size))):
            wanted = (layers, batch, width)
            if tuple(state.shape) != wanted:
                name = ("hidden[0]", "hidden[1]")[i] if self.mode == "LSTM" else "hidden"
                raise RuntimeError(f"Expected {name} size {wanted}, got {list(state.shape)}")

    def forward(self, input, hx=None):
        packed = isinstance(input, PackedSequence)
        weights = [getattr(self, name) for name in self._flat]
        lstm = self.mode == "LSTM"
        order = input.sorted_indices if packed else None
        if packed:
            data, sizes, batch, batched = input.data, input.batch_sizes, int(input.batch_sizes[0]), True
        else:
            if input.ndim not in (2, 3):
                raise ValueError(f"{self._get_name()}: Expected input to be 2D or 3D, got {input.ndim}D tensor instead")
            batched = input.ndim == 3
            data = input if batched else input.unsqueeze(0 if self.batch_first else 1)
            batch = data.shape[0 if self.batch_first else 1]
        if hx is None:
            hx = self._zeros(data, batch, self.proj_size or self.hidden_size)
            hx = (hx, self._zeros(data, batch, self.hidden_size)) if lstm else hx
        else:
            if lstm and batched and not packed and (hx[0].ndim != 3 or hx[1].ndim != 3):
                raise RuntimeError("For batched 3-D input, hx and cx should also be 3-D but got "
                                   f"({hx[0].ndim}-D, {hx[1].ndim}-D) tensors")
            if not batched:
                hx = tuple(h.unsqueeze(1) for h in hx) if lstm else hx.unsqueeze(1)
            if order is not None:
                hx = tuple(h.index_select(1, order) for h in hx) if lstm else hx.index_select(1, order)
        self._check(data, hx, batch)
        state = list(hx) if lstm else hx
        cell, settings = _cells[self.mode], (self.bias, self.num_layers, self.dropout, self.training, self.bidirectional)
        if packed:
            out, *states = cell(data, sizes, state, weights, *settings)
        else:
            out, *states = cell(data, state, weights, *settings, self.batch_first)
        if packed:
            out = PackedSequence(out, sizes, input.sorted_indices, input.unsorted_indices)
            if input.unsorted_indices is not None:
                states = [s.index_select(1, input.unsorted_indices) for s in states]
        elif not batched:
            out = out.squeeze(0 if self.batch_first else 1)
            states = [s.squeeze(1) for s in states]
        return out, tuple(states) if lstm else states[0]

    def extra_repr(self):
        text = f"{self.input_size}, {self.hidden_size}"
        if self.proj_size:
            text += f", proj_size={self.proj_size}"
        if self.num_layers != 1:
            text += f", num_layers={self.num_layers}"
        if self.bias is not True:
            text += f", bias={self.bias}"
        if self.batch_first is not False:
            text += f", batch_first={self.batch_first}"
        if self.dropout != 0:
            text += f", dropout={self.dropout}"
        if self.bidirectional is not False:
            text += f", bidirectional={self.bidirectional}"
        return text


def _refuse_projection(settings, name):
    """Only an LSTM projects its state."""
    if "proj_size" in settings:
        raise ValueError("proj_size argument is only supported for LSTM, not RNN or GRU")
    for key in settings:
        raise TypeError(f"{name}.__init__() got an unexpected keyword argument '{key}'")


class RNN(RNNBase):
    """h = tanh(W x + U h + b)."""

    def __init__(self, input_size, hidden_size, num_layers=1, nonlinearity="tanh", bias=True, batch_first=False, dropout=0.0,
                 bidirectional=False, device=None, dtype=None, **refused):
        _refuse_projection(refused, "RNN")
        if nonlinearity not in ("tanh", "relu"):
            raise ValueError(f"Unknown nonlinearity '{nonlinearity}'. Select from 'tanh' or 'relu'.")
        super().__init__("RNN_" + nonlinearity.upper(), input_size, hidden_size, num_layers, bias, batch_first, dropout,
                         bidirectional, 0, device, dtype)
        self.nonlinearity = nonlinearity


class LSTM(RNNBase):
    """Long short-term memory. forward gives the outputs and (h, c)."""

    def __init__(self, input_size, hidden_size, num_layers=1, bias=True, batch_first=False, dropout=0.0, bidirectional=False,
                 proj_size=0, device=None, dtype=None):
        super().__init__("LSTM", input_size, hidden_size, num_layers, bias, batch_first, dropout, bidirectional, proj_size,
                         device, dtype)


class GRU(RNNBase):
    """Gated recurrent units. forward gives the outputs and h."""

    def __init__(self, input_size, hidden_size, num_layers=1, bias=True, batch_first=False, dropout=0.0, bidirectional=False,
                 device=None, dtype=None, **refused):
        _refuse_projection(refused, "GRU")
        super().__init__("GRU", input_size, hidden_size, num_layers, bias, batch_first, dropout, bidirectional, 0, device, dtype)


class RNNCellBase(Module):
    """One step of a recurrent layer."""

    def __init__(self, input_size, hidden_size, bias, num_chunks, device=None, dtype=None):
        super().__init__()
        self.input_size, self.hidden_size, self.bias = input_size, hidden_size, bias
        gates = num_chunks * hidden_size
        self.weight_ih = Parameter(torch.empty((gates, input_size), device=device, dtype=dtype))
        self.weight_hh = Parameter(torch.empty((gates, hidden_size), device=device, dtype=dtype))
        for name in ("bias_ih", "bias_hh"):
            if bias:
                setattr(self, name, Parameter(torch.empty(gates, device=device, dtype=dtype)))
            else:
                self.register_parameter(name, None)
        self.reset_parameters()

    def reset_parameters(self):
        """Draws new values."""
        _reset(self)

    def _step(self, cell, input, hx, pair=False):
        if input.ndim not in (1, 2):
            raise ValueError(f"{self._get_name()}: Expected input to be 1D or 2D, got {input.ndim}D instead")
        batched = input.ndim == 2
        input = input if batched else input.unsqueeze(0)
        if hx is None:
            zeros = torch.zeros(input.shape[0], self.hidden_size, dtype=input.dtype, device=input.device)
            hx = (zeros, zeros) if pair else zeros
        elif not batched:
            hx = tuple(h.unsqueeze(0) for h in hx) if pair else hx.unsqueeze(0)
        out = cell(input, list(hx) if pair else hx, self.weight_ih, self.weight_hh, self.bias_ih, self.bias_hh)
        if batched:
            return out
        return tuple(h.squeeze(0) for h in out) if pair else out.squeeze(0)

    def extra_repr(self):
        text = f"{self.input_size}, {self.hidden_size}"
        if self.bias is not True:
            text += f", bias={self.bias}"
        if getattr(self, "nonlinearity", "tanh") != "tanh":
            text += f", nonlinearity={self.nonlinearity}"
        return text


class RNNCell(RNNCellBase):
    """One step of RNN."""

    def __init__(self, input_size, hidden_size, bias=True, nonlinearity="tanh", device=None, dtype=None):
        super().__init__(input_size, hidden_size, bias, 1, device, dtype)
        self.nonlinearity = nonlinearity

    def forward(self, input, hx=None):
        return self._step(_op("rnn_tanh_cell" if self.nonlinearity == "tanh" else "rnn_relu_cell"), input, hx)


class LSTMCell(RNNCellBase):
    """One step of LSTM."""

    def __init__(self, input_size, hidden_size, bias=True, device=None, dtype=None):
        super().__init__(input_size, hidden_size, bias, 4, device, dtype)

    def forward(self, input, hx=None):
        return self._step(_op("lstm_cell"), input, hx, pair=True)


class GRUCell(RNNCellBase):
    """One step of GRU."""

    def __init__(self, input_size, hidden_size, bias=True, device=None, dtype=None):
        super().__init__(input_size, hidden_size, bias, 3, device, dtype)

    def forward(self, input, hx=None):
        return self._step(_op("gru_cell"), input, hx)
