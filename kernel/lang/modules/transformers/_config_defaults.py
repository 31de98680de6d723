"""Defaults of configs by model_type: (class, other names of settings, values).

Written by tests/oracle/config_defaults.py."""

CONFIGS = {
    "gpt2": ("GPT2Config", {
        "hidden_size": "n_embd", "max_position_embeddings": "n_positions", "num_attention_heads": "n_head",
        "num_hidden_layers": "n_layer",
    }, {
        "activation_function": "gelu_new", "add_cross_attention": False, "attn_pdrop": 0.1, "bos_token_id": 50256,
        "embd_pdrop": 0.1, "eos_token_id": 50256, "initializer_range": 0.02, "layer_norm_epsilon": 1e-05, "n_embd": 768,
        "n_head": 12, "n_inner": None, "n_layer": 12, "n_positions": 1024, "pad_token_id": None,
        "reorder_and_upcast_attn": False, "resid_pdrop": 0.1, "scale_attn_by_inverse_layer_idx": False,
        "scale_attn_weights": True, "summary_activation": None, "summary_first_dropout": 0.1,
        "summary_proj_to_labels": True, "summary_type": "cls_index", "summary_use_proj": True,
        "tie_word_embeddings": True, "use_cache": True, "vocab_size": 50257,
    }),
    "gpt_neo": ("GPTNeoConfig", {
        "num_attention_heads": "num_heads", "num_hidden_layers": "num_layers",
    }, {
        "activation_function": "gelu_new", "attention_dropout": 0.0, "attention_types": [[["global", "local"], 12]],
        "bos_token_id": 50256, "classifier_dropout": 0.1, "embed_dropout": 0.0, "eos_token_id": 50256,
        "hidden_size": 2048, "initializer_range": 0.02, "intermediate_size": None, "layer_norm_epsilon": 1e-05,
        "max_position_embeddings": 2048, "num_heads": 16, "num_layers": 24, "pad_token_id": None, "resid_dropout": 0.0,
        "tie_word_embeddings": True, "use_cache": True, "vocab_size": 50257, "window_size": 256,
    }),
    "gptj": ("GPTJConfig", {
        "hidden_size": "n_embd", "max_position_embeddings": "n_positions", "num_attention_heads": "n_head",
        "num_hidden_layers": "n_layer",
    }, {
        "activation_function": "gelu_new", "attn_pdrop": 0.0, "bos_token_id": 50256, "embd_pdrop": 0.0,
        "eos_token_id": 50256, "initializer_range": 0.02, "layer_norm_epsilon": 1e-05, "n_embd": 4096, "n_head": 16,
        "n_inner": None, "n_layer": 28, "n_positions": 2048, "pad_token_id": None, "resid_pdrop": 0.0, "rotary_dim": 64,
        "tie_word_embeddings": False, "use_cache": True, "vocab_size": 50400,
    }),
    "gpt_neox": ("GPTNeoXConfig", {
    }, {
        "attention_bias": True, "attention_dropout": 0.0, "bos_token_id": 0, "classifier_dropout": 0.1,
        "eos_token_id": 2, "hidden_act": "gelu", "hidden_dropout": 0.0, "hidden_size": 6144, "initializer_range": 0.02,
        "intermediate_size": 24576, "is_decoder": False, "layer_norm_eps": 1e-05, "max_position_embeddings": 2048,
        "num_attention_heads": 64, "num_hidden_layers": 44, "pad_token_id": None,
        "rope_parameters": {"rope_theta": 10000.0, "partial_rotary_factor": 0.25, "rope_type": "default"},
        "tie_word_embeddings": False, "use_cache": True, "use_parallel_residual": True, "vocab_size": 50432,
    }),
    "opt": ("OPTConfig", {
    }, {
        "_remove_final_layer_norm": False, "activation_function": "relu", "attention_dropout": 0.0, "bos_token_id": 2,
        "do_layer_norm_before": True, "dropout": 0.1, "enable_bias": True, "eos_token_id": 2, "ffn_dim": 3072,
        "hidden_size": 768, "init_std": 0.02, "layer_norm_elementwise_affine": True, "layerdrop": 0.0,
        "max_position_embeddings": 2048, "num_attention_heads": 12, "num_hidden_layers": 12, "pad_token_id": 1,
        "tie_word_embeddings": True, "use_cache": True, "vocab_size": 50272,
    }),
    "bloom": ("BloomConfig", {
        "num_attention_heads": "n_head", "num_hidden_layers": "n_layer",
    }, {
        "apply_residual_connection_post_layernorm": False, "attention_dropout": 0.0, "bos_token_id": 1,
        "eos_token_id": 2, "hidden_dropout": 0.0, "hidden_size": 64, "initializer_range": 0.02,
        "layer_norm_epsilon": 1e-05, "n_head": 8, "n_layer": 2, "pad_token_id": None, "pretraining_tp": 1,
        "slow_but_exact": False, "tie_word_embeddings": True, "use_cache": True, "vocab_size": 250880,
    }),
    "falcon": ("FalconConfig", {
    }, {
        "activation": "gelu", "alibi": False, "attention_dropout": 0.0, "bias": False, "bos_token_id": 11,
        "eos_token_id": 11, "hidden_dropout": 0.0, "hidden_size": 4544, "initializer_range": 0.02,
        "layer_norm_epsilon": 1e-05, "max_position_embeddings": 2048, "multi_query": True,
        "new_decoder_architecture": False, "num_attention_heads": 71, "num_hidden_layers": 32,
        "num_ln_in_parallel_attn": None, "pad_token_id": None, "parallel_attn": True,
        "rope_parameters": {"rope_theta": 10000.0, "rope_type": "default"}, "tie_word_embeddings": True,
        "use_cache": True, "vocab_size": 65024,
    }),
    "mpt": ("MptConfig", {
        "hidden_size": "d_model", "num_attention_heads": "n_heads", "num_hidden_layers": "n_layers",
    }, {
        "attn_config": {"architectures": None, "output_hidden_states": False, "return_dict": True, "dtype": None, "chunk_size_feed_forward": 0, "is_encoder_decoder": False, "id2label": {0: "LABEL_0", 1: "LABEL_1"}, "label2id": {"LABEL_0": 0, "LABEL_1": 1}, "problem_type": None, "attn_type": "multihead_attention", "attn_pdrop": 0, "attn_impl": "torch", "clip_qkv": None, "softmax_scale": None, "prefix_lm": False, "qk_ln": False, "attn_uses_sequence_id": False, "alibi": True, "alibi_bias_max": 8, "_name_or_path": "", "model_type": "", "output_attentions": False},
        "bos_token_id": None, "d_model": 2048, "emb_pdrop": 0.0, "embedding_fraction": 1.0, "eos_token_id": None,
        "expansion_ratio": 4, "init_device": "cpu", "initializer_range": 0.02, "layer_norm_epsilon": 1e-05,
        "learned_pos_emb": True, "logit_scale": None, "max_seq_len": 2048, "n_heads": 16, "n_layers": 24,
        "no_bias": True, "norm_type": "low_precision_layernorm", "pad_token_id": None, "resid_pdrop": 0.0,
        "tie_word_embeddings": True, "use_cache": False, "vocab_size": 50368,
    }),
    "llama": ("LlamaConfig", {
    }, {
        "attention_bias": False, "attention_dropout": 0.0, "bos_token_id": 1, "eos_token_id": 2, "hidden_act": "silu",
        "hidden_size": 4096, "initializer_range": 0.02, "intermediate_size": 11008, "max_position_embeddings": 2048,
        "mlp_bias": False, "num_attention_heads": 32, "num_hidden_layers": 32, "pad_token_id": None,
        "pretraining_tp": 1, "rms_norm_eps": 1e-06, "rope_parameters": {"rope_theta": 10000.0, "rope_type": "default"},
        "tie_word_embeddings": False, "use_cache": True, "vocab_size": 32000,
    }),
    "mistral": ("MistralConfig", {
    }, {
        "attention_dropout": 0.0, "bos_token_id": 1, "eos_token_id": 2, "hidden_act": "silu", "hidden_size": 4096,
        "initializer_range": 0.02, "intermediate_size": 14336, "max_position_embeddings": 131072,
        "num_attention_heads": 32, "num_hidden_layers": 32, "num_key_value_heads": 8, "pad_token_id": None,
        "rms_norm_eps": 1e-06, "rope_parameters": {"rope_theta": 10000.0, "rope_type": "default"},
        "sliding_window": 4096, "tie_word_embeddings": False, "use_cache": True, "vocab_size": 32000,
    }),
    "mixtral": ("MixtralConfig", {
        "num_experts": "num_local_experts",
    }, {
        "attention_dropout": 0.0, "bos_token_id": 1, "eos_token_id": 2, "head_dim": None, "hidden_act": "silu",
        "hidden_size": 4096, "initializer_range": 0.02, "intermediate_size": 14336, "max_position_embeddings": 131072,
        "num_attention_heads": 32, "num_experts_per_tok": 2, "num_hidden_layers": 32, "num_key_value_heads": 8,
        "num_local_experts": 8, "output_router_logits": False, "pad_token_id": None, "rms_norm_eps": 1e-05,
        "rope_parameters": {"rope_theta": 1000000.0, "rope_type": "default"}, "router_aux_loss_coef": 0.001,
        "router_jitter_noise": 0.0, "sliding_window": None, "tie_word_embeddings": False, "use_cache": True,
        "vocab_size": 32000,
    }),
    "qwen2": ("Qwen2Config", {
    }, {
        "attention_dropout": 0.0, "bos_token_id": None, "eos_token_id": None, "hidden_act": "silu", "hidden_size": 4096,
        "initializer_range": 0.02, "intermediate_size": 22016, "max_position_embeddings": 32768,
        "max_window_layers": 28, "num_attention_heads": 32, "num_hidden_layers": 32, "num_key_value_heads": 32,
        "pad_token_id": None, "rms_norm_eps": 1e-06, "rope_parameters": {"rope_theta": 10000.0, "rope_type": "default"},
        "sliding_window": None, "tie_word_embeddings": False, "use_cache": True, "use_sliding_window": False,
        "vocab_size": 151936,
    }),
    "qwen2_moe": ("Qwen2MoeConfig", {
    }, {
        "attention_dropout": 0.0, "bos_token_id": None, "decoder_sparse_step": 1, "eos_token_id": None,
        "hidden_act": "silu", "hidden_size": 2048, "initializer_range": 0.02, "intermediate_size": 5632,
        "max_position_embeddings": 32768, "max_window_layers": 28, "mlp_only_layers": [], "moe_intermediate_size": 1408,
        "norm_topk_prob": False, "num_attention_heads": 16, "num_experts": 60, "num_experts_per_tok": 4,
        "num_hidden_layers": 24, "num_key_value_heads": 16, "output_router_logits": False, "pad_token_id": None,
        "qkv_bias": True, "rms_norm_eps": 1e-06, "rope_parameters": {"rope_theta": 10000.0, "rope_type": "default"},
        "router_aux_loss_coef": 0.001, "shared_expert_intermediate_size": 5632, "sliding_window": 0,
        "tie_word_embeddings": False, "use_cache": True, "use_sliding_window": False, "vocab_size": 151936,
    }),
    "qwen3": ("Qwen3Config", {
    }, {
        "attention_bias": False, "attention_dropout": 0.0, "bos_token_id": None, "eos_token_id": None, "head_dim": 128,
        "hidden_act": "silu", "hidden_size": 4096, "initializer_range": 0.02, "intermediate_size": 22016,
        "max_position_embeddings": 32768, "max_window_layers": 28, "num_attention_heads": 32, "num_hidden_layers": 32,
        "num_key_value_heads": 32, "pad_token_id": None, "rms_norm_eps": 1e-06,
        "rope_parameters": {"rope_theta": 10000.0, "rope_type": "default"}, "sliding_window": None,
        "tie_word_embeddings": False, "use_cache": True, "use_sliding_window": False, "vocab_size": 151936,
    }),
    "qwen3_moe": ("Qwen3MoeConfig", {
        "num_experts": "num_local_experts",
    }, {
        "attention_bias": False, "attention_dropout": 0.0, "bos_token_id": None, "decoder_sparse_step": 1,
        "eos_token_id": None, "hidden_act": "silu", "hidden_size": 2048, "initializer_range": 0.02,
        "intermediate_size": 6144, "max_position_embeddings": 32768, "mlp_only_layers": [],
        "moe_intermediate_size": 768, "norm_topk_prob": False, "num_attention_heads": 32, "num_experts_per_tok": 8,
        "num_hidden_layers": 24, "num_key_value_heads": 4, "num_local_experts": 128, "output_router_logits": False,
        "pad_token_id": None, "rms_norm_eps": 1e-06, "rope_parameters": {"rope_theta": 10000.0, "rope_type": "default"},
        "router_aux_loss_coef": 0.001, "sliding_window": None, "tie_word_embeddings": False, "use_cache": True,
        "use_sliding_window": False, "vocab_size": 151936,
    }),
    "gemma": ("GemmaConfig", {
    }, {
        "attention_bias": False, "attention_dropout": 0.0, "bos_token_id": 2, "eos_token_id": 1, "head_dim": 256,
        "hidden_act": "gelu_pytorch_tanh", "hidden_size": 3072, "initializer_range": 0.02, "intermediate_size": 24576,
        "max_position_embeddings": 8192, "num_attention_heads": 16, "num_hidden_layers": 28, "num_key_value_heads": 16,
        "pad_token_id": 0, "rms_norm_eps": 1e-06, "rope_parameters": {"rope_theta": 10000.0, "rope_type": "default"},
        "tie_word_embeddings": True, "use_bidirectional_attention": None, "use_cache": True, "vocab_size": 256000,
    }),
    "gemma2": ("Gemma2Config", {
    }, {
        "attention_bias": False, "attention_dropout": 0.0, "attn_logit_softcapping": 50.0, "bos_token_id": 2,
        "eos_token_id": 1, "final_logit_softcapping": 30.0, "head_dim": 256, "hidden_activation": "gelu_pytorch_tanh",
        "hidden_size": 2304, "initializer_range": 0.02, "intermediate_size": 9216, "max_position_embeddings": 8192,
        "num_attention_heads": 8, "num_hidden_layers": 26, "num_key_value_heads": 4, "pad_token_id": 0,
        "query_pre_attn_scalar": 256, "rms_norm_eps": 1e-06,
        "rope_parameters": {"rope_theta": 10000.0, "rope_type": "default"}, "sliding_window": 4096,
        "tie_word_embeddings": True, "use_bidirectional_attention": None, "use_cache": True, "vocab_size": 256000,
    }),
    "gemma3_text": ("Gemma3TextConfig", {
    }, {
        "_sliding_window_pattern": 6, "attention_bias": False, "attention_dropout": 0.0, "attn_logit_softcapping": None,
        "bos_token_id": 2, "eos_token_id": 1, "final_logit_softcapping": None, "head_dim": 256,
        "hidden_activation": "gelu_pytorch_tanh", "hidden_size": 2304, "initializer_range": 0.02,
        "intermediate_size": 9216, "max_position_embeddings": 131072, "num_attention_heads": 8, "num_hidden_layers": 26,
        "num_key_value_heads": 4, "pad_token_id": 0, "query_pre_attn_scalar": 256, "rms_norm_eps": 1e-06,
        "rope_parameters": {"sliding_attention": {"rope_type": "default", "rope_theta": 10000.0}, "full_attention": {"rope_type": "default", "rope_theta": 1000000.0}},
        "sliding_window": 4096, "tie_word_embeddings": True, "use_bidirectional_attention": False, "use_cache": True,
        "vocab_size": 262208,
    }),
    "phi": ("PhiConfig", {
    }, {
        "attention_dropout": 0.0, "bos_token_id": 1, "embd_pdrop": 0.0, "eos_token_id": 2, "hidden_act": "gelu_new",
        "hidden_size": 2048, "initializer_range": 0.02, "intermediate_size": 8192, "layer_norm_eps": 1e-05,
        "max_position_embeddings": 2048, "num_attention_heads": 32, "num_hidden_layers": 24, "pad_token_id": None,
        "qk_layernorm": False, "resid_pdrop": 0.0,
        "rope_parameters": {"rope_theta": 10000.0, "partial_rotary_factor": 0.5, "rope_type": "default"},
        "tie_word_embeddings": False, "use_cache": True, "vocab_size": 51200,
    }),
    "phi3": ("Phi3Config", {
    }, {
        "attention_dropout": 0.0, "bos_token_id": 1, "embd_pdrop": 0.0, "eos_token_id": 32000, "hidden_act": "silu",
        "hidden_size": 3072, "initializer_range": 0.02, "intermediate_size": 8192, "max_position_embeddings": 4096,
        "num_attention_heads": 32, "num_hidden_layers": 32, "original_max_position_embeddings": 4096,
        "pad_token_id": 32000, "resid_pdrop": 0.0, "rms_norm_eps": 1e-05,
        "rope_parameters": {"rope_theta": 10000.0, "partial_rotary_factor": 1.0, "rope_type": "default"},
        "sliding_window": None, "tie_word_embeddings": False, "use_cache": True, "vocab_size": 32064,
    }),
    "olmo": ("OlmoConfig", {
    }, {
        "attention_bias": False, "attention_dropout": 0.0, "bos_token_id": None, "clip_qkv": None,
        "eos_token_id": 50279, "hidden_act": "silu", "hidden_size": 4096, "initializer_range": 0.02,
        "intermediate_size": 11008, "max_position_embeddings": 2048, "num_attention_heads": 32, "num_hidden_layers": 32,
        "pad_token_id": 1, "rope_parameters": {"rope_theta": 10000.0, "rope_type": "default"},
        "tie_word_embeddings": False, "use_cache": True, "vocab_size": 50304,
    }),
    "olmo2": ("Olmo2Config", {
    }, {
        "attention_bias": False, "attention_dropout": 0.0, "bos_token_id": None, "eos_token_id": 50279,
        "hidden_act": "silu", "hidden_size": 4096, "initializer_range": 0.02, "intermediate_size": 11008,
        "max_position_embeddings": 2048, "num_attention_heads": 32, "num_hidden_layers": 32, "pad_token_id": 1,
        "rms_norm_eps": 1e-05, "rope_parameters": {"rope_theta": 10000.0, "rope_type": "default"},
        "tie_word_embeddings": False, "use_cache": True, "vocab_size": 50304,
    }),
    "stablelm": ("StableLmConfig", {
    }, {
        "attention_dropout": 0.0, "bos_token_id": 0, "eos_token_id": 0, "hidden_act": "silu", "hidden_dropout": 0.0,
        "hidden_size": 2560, "initializer_range": 0.02, "intermediate_size": 6912, "layer_norm_eps": 1e-05,
        "max_position_embeddings": 4096, "num_attention_heads": 32, "num_hidden_layers": 32, "num_key_value_heads": 32,
        "pad_token_id": None, "qk_layernorm": False,
        "rope_parameters": {"rope_theta": 10000.0, "partial_rotary_factor": 0.25, "rope_type": "default"},
        "tie_word_embeddings": False, "use_cache": True, "use_parallel_residual": False, "use_qkv_bias": False,
        "vocab_size": 50304,
    }),
    "starcoder2": ("Starcoder2Config", {
    }, {
        "attention_dropout": 0.0, "bos_token_id": 50256, "embedding_dropout": 0.0, "eos_token_id": 50256,
        "hidden_act": "gelu_pytorch_tanh", "hidden_size": 3072, "initializer_range": 0.018042,
        "intermediate_size": 12288, "max_position_embeddings": 4096, "norm_epsilon": 1e-05, "num_attention_heads": 24,
        "num_hidden_layers": 30, "num_key_value_heads": 2, "pad_token_id": None, "residual_dropout": 0.0,
        "rope_parameters": {"rope_theta": 10000.0, "rope_type": "default"}, "sliding_window": None,
        "tie_word_embeddings": True, "use_bias": True, "use_cache": True, "vocab_size": 49152,
    }),
    "cohere": ("CohereConfig", {
    }, {
        "attention_bias": False, "attention_dropout": 0.0, "bos_token_id": 5, "eos_token_id": 255001,
        "hidden_act": "silu", "hidden_size": 8192, "initializer_range": 0.02, "intermediate_size": 22528,
        "layer_norm_eps": 1e-05, "logit_scale": 0.0625, "max_position_embeddings": 8192, "num_attention_heads": 64,
        "num_hidden_layers": 40, "pad_token_id": 0, "rope_parameters": {"rope_theta": 500000.0, "rope_type": "default"},
        "tie_word_embeddings": True, "use_cache": True, "use_qk_norm": False, "vocab_size": 256000,
    }),
    "cohere2": ("Cohere2Config", {
    }, {
        "attention_bias": False, "attention_dropout": 0.0, "bos_token_id": 5, "eos_token_id": 255001,
        "hidden_act": "silu", "hidden_size": 8192, "initializer_range": 0.02, "intermediate_size": 22528,
        "layer_norm_eps": 1e-05, "logit_scale": 0.0625, "max_position_embeddings": 8192, "num_attention_heads": 64,
        "num_hidden_layers": 40, "pad_token_id": 0, "rope_parameters": {"rope_theta": 10000.0, "rope_type": "default"},
        "sliding_window": 4096, "tie_word_embeddings": True, "use_cache": True, "vocab_size": 256000,
    }),
    "granite": ("GraniteConfig", {
    }, {
        "attention_bias": False, "attention_dropout": 0.0, "attention_multiplier": 1.0, "bos_token_id": 1,
        "embedding_multiplier": 1.0, "eos_token_id": 2, "hidden_act": "silu", "hidden_size": 4096,
        "initializer_range": 0.02, "intermediate_size": 11008, "logits_scaling": 1.0, "max_position_embeddings": 2048,
        "mlp_bias": False, "num_attention_heads": 32, "num_hidden_layers": 32, "pad_token_id": None,
        "residual_multiplier": 1.0, "rms_norm_eps": 1e-06,
        "rope_parameters": {"rope_theta": 10000.0, "rope_type": "default"}, "tie_word_embeddings": False,
        "use_cache": True, "vocab_size": 32000,
    }),
    "granitemoe": ("GraniteMoeConfig", {
    }, {
        "attention_bias": False, "attention_dropout": 0.0, "attention_multiplier": 1.0, "bos_token_id": 1,
        "embedding_multiplier": 1.0, "eos_token_id": 2, "hidden_act": "silu", "hidden_size": 4096,
        "initializer_range": 0.02, "intermediate_size": 11008, "logits_scaling": 1.0, "max_position_embeddings": 2048,
        "num_attention_heads": 32, "num_experts_per_tok": 2, "num_hidden_layers": 32, "num_local_experts": 8,
        "output_router_logits": False, "pad_token_id": None, "residual_multiplier": 1.0, "rms_norm_eps": 1e-06,
        "rope_parameters": {"rope_theta": 10000.0, "rope_type": "default"}, "router_aux_loss_coef": 0.001,
        "tie_word_embeddings": False, "use_cache": True, "vocab_size": 32000,
    }),
    "smollm3": ("SmolLM3Config", {
    }, {
        "attention_bias": False, "attention_dropout": 0.0, "bos_token_id": 128000, "eos_token_id": 128001,
        "hidden_act": "silu", "hidden_size": 2048, "initializer_range": 0.02, "intermediate_size": 11008,
        "max_position_embeddings": 32768, "mlp_bias": False, "no_rope_layer_interval": 4, "num_attention_heads": 16,
        "num_hidden_layers": 36, "num_key_value_heads": 4, "pad_token_id": 128004, "rms_norm_eps": 1e-06,
        "rope_parameters": {"rope_theta": 2000000.0, "rope_type": "default"}, "sliding_window": None,
        "tie_word_embeddings": True, "use_cache": True, "use_sliding_window": False, "vocab_size": 128256,
    }),
    "gpt_oss": ("GptOssConfig", {
        "num_experts": "num_local_experts",
    }, {
        "attention_bias": True, "attention_dropout": 0.0, "bos_token_id": None, "eos_token_id": None, "head_dim": 64,
        "hidden_act": "silu", "hidden_size": 2880, "initializer_range": 0.02, "intermediate_size": 2880,
        "max_position_embeddings": 131072, "num_attention_heads": 64, "num_experts_per_tok": 4, "num_hidden_layers": 36,
        "num_key_value_heads": 8, "num_local_experts": 128, "output_router_logits": False, "pad_token_id": None,
        "rms_norm_eps": 1e-05,
        "rope_parameters": {"rope_type": "yarn", "factor": 32.0, "beta_fast": 32.0, "beta_slow": 1.0, "truncate": False, "original_max_position_embeddings": 4096, "rope_theta": 150000.0},
        "router_aux_loss_coef": 0.001, "sliding_window": 128, "swiglu_alpha": 1.702, "swiglu_limit": 7.0,
        "tie_word_embeddings": False, "use_cache": True, "vocab_size": 201088,
    }),
    "deepseek_v2": ("DeepseekV2Config", {
        "num_experts": "n_routed_experts",
    }, {
        "attention_bias": False, "attention_dropout": 0.0, "bos_token_id": 1, "eos_token_id": 2,
        "first_k_dense_replace": 0, "head_dim": 64, "hidden_act": "silu", "hidden_size": 4096,
        "initializer_range": 0.02, "intermediate_size": 11008, "kv_lora_rank": 512, "max_position_embeddings": 2048,
        "mlp_bias": False, "moe_intermediate_size": 1407, "n_group": None, "n_routed_experts": 64,
        "n_shared_experts": 2, "norm_topk_prob": False, "num_attention_heads": 32, "num_experts_per_tok": None,
        "num_hidden_layers": 32, "output_router_logits": False, "pad_token_id": None, "pretraining_tp": 1,
        "q_lora_rank": 1536, "qk_head_dim": 192, "qk_nope_head_dim": 128, "qk_rope_head_dim": 64, "rms_norm_eps": 1e-06,
        "rope_parameters": {"rope_theta": 10000.0, "rope_type": "default"}, "routed_scaling_factor": 1.0,
        "tie_word_embeddings": False, "topk_group": None, "topk_method": "greedy", "use_cache": True, "v_head_dim": 128,
        "vocab_size": 102400,
    }),
    "deepseek_v3": ("DeepseekV3Config", {
        "num_local_experts": "n_routed_experts", "num_mtp_layers": "num_nextn_predict_layers",
    }, {
        "attention_bias": False, "attention_dropout": 0.0, "bos_token_id": 0, "eos_token_id": 1,
        "first_k_dense_replace": 3, "head_dim": 64, "hidden_act": "silu", "hidden_size": 7168,
        "initializer_range": 0.02, "intermediate_size": 18432, "kv_lora_rank": 512, "max_position_embeddings": 4096,
        "moe_intermediate_size": 2048, "n_group": 8, "n_routed_experts": 256, "n_shared_experts": 1,
        "norm_topk_prob": True, "num_attention_heads": 128, "num_experts_per_tok": 8, "num_hidden_layers": 61,
        "num_key_value_heads": 128, "num_nextn_predict_layers": 1, "output_router_logits": False, "pad_token_id": None,
        "pretraining_tp": 1, "q_lora_rank": 1536, "qk_head_dim": 192, "qk_nope_head_dim": 128, "qk_rope_head_dim": 64,
        "rms_norm_eps": 1e-06, "rope_interleave": True,
        "rope_parameters": {"rope_theta": 10000.0, "rope_type": "default"}, "routed_scaling_factor": 2.5,
        "tie_word_embeddings": False, "topk_group": 4, "use_cache": True, "v_head_dim": 128, "vocab_size": 129280,
    }),
    "mamba": ("MambaConfig", {
    }, {
        "bos_token_id": 0, "conv_kernel": 4, "eos_token_id": 0, "expand": 2, "hidden_act": "silu", "hidden_size": 768,
        "initializer_range": 0.1, "layer_norm_epsilon": 1e-05, "num_hidden_layers": 32, "pad_token_id": 0,
        "rescale_prenorm_residual": False, "residual_in_fp32": True, "state_size": 16, "tie_word_embeddings": True,
        "time_step_floor": 0.0001, "time_step_init_scheme": "random", "time_step_max": 0.1, "time_step_min": 0.001,
        "time_step_scale": 1.0, "use_associative_scan": True, "use_bias": False, "use_cache": True,
        "use_conv_bias": True, "use_mambapy": False, "vocab_size": 50280,
    }),
    "bert": ("BertConfig", {
    }, {
        "add_cross_attention": False, "attention_probs_dropout_prob": 0.1, "bos_token_id": None,
        "classifier_dropout": None, "eos_token_id": None, "hidden_act": "gelu", "hidden_dropout_prob": 0.1,
        "hidden_size": 768, "initializer_range": 0.02, "intermediate_size": 3072, "is_decoder": False,
        "layer_norm_eps": 1e-12, "max_position_embeddings": 512, "num_attention_heads": 12, "num_hidden_layers": 12,
        "pad_token_id": 0, "tie_word_embeddings": True, "type_vocab_size": 2, "use_cache": True, "vocab_size": 30522,
    }),
    "roberta": ("RobertaConfig", {
    }, {
        "add_cross_attention": False, "attention_probs_dropout_prob": 0.1, "bos_token_id": 0,
        "classifier_dropout": None, "eos_token_id": 2, "hidden_act": "gelu", "hidden_dropout_prob": 0.1,
        "hidden_size": 768, "initializer_range": 0.02, "intermediate_size": 3072, "is_decoder": False,
        "layer_norm_eps": 1e-12, "max_position_embeddings": 512, "num_attention_heads": 12, "num_hidden_layers": 12,
        "pad_token_id": 1, "tie_word_embeddings": True, "type_vocab_size": 2, "use_cache": True, "vocab_size": 50265,
    }),
    "distilbert": ("DistilBertConfig", {
        "hidden_size": "dim", "num_attention_heads": "n_heads", "num_hidden_layers": "n_layers",
    }, {
        "activation": "gelu", "attention_dropout": 0.1, "bos_token_id": None, "dim": 768, "dropout": 0.1,
        "eos_token_id": None, "hidden_dim": 3072, "initializer_range": 0.02, "max_position_embeddings": 512,
        "n_heads": 12, "n_layers": 6, "pad_token_id": 0, "qa_dropout": 0.1, "seq_classif_dropout": 0.2,
        "sinusoidal_pos_embds": False, "tie_word_embeddings": True, "vocab_size": 30522,
    }),
    "electra": ("ElectraConfig", {
    }, {
        "add_cross_attention": False, "attention_probs_dropout_prob": 0.1, "bos_token_id": None,
        "classifier_dropout": None, "embedding_size": 128, "eos_token_id": None, "hidden_act": "gelu",
        "hidden_dropout_prob": 0.1, "hidden_size": 256, "initializer_range": 0.02, "intermediate_size": 1024,
        "is_decoder": False, "layer_norm_eps": 1e-12, "max_position_embeddings": 512, "num_attention_heads": 4,
        "num_hidden_layers": 12, "pad_token_id": 0, "summary_activation": "gelu", "summary_last_dropout": 0.1,
        "summary_type": "first", "summary_use_proj": True, "tie_word_embeddings": True, "type_vocab_size": 2,
        "use_cache": True, "vocab_size": 30522,
    }),
    "t5": ("T5Config", {
        "head_dim": "d_kv", "hidden_size": "d_model", "num_attention_heads": "num_heads",
        "num_hidden_layers": "num_layers",
    }, {
        "classifier_dropout": 0.0, "d_ff": 2048, "d_kv": 64, "d_model": 512, "dense_act_fn": "relu",
        "dropout_rate": 0.1, "eos_token_id": 1, "feed_forward_proj": "relu", "initializer_factor": 1.0,
        "is_decoder": False, "is_encoder_decoder": True, "is_gated_act": False, "layer_norm_epsilon": 1e-06,
        "num_decoder_layers": 6, "num_heads": 8, "num_layers": 6, "pad_token_id": 0,
        "relative_attention_max_distance": 128, "relative_attention_num_buckets": 32, "scale_decoder_outputs": True,
        "tie_word_embeddings": True, "use_cache": True, "vocab_size": 32128,
    }),
}
