# Hai lệnh chính: `make shell` và `make test`. `make help` liệt kê tất cả.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PY := .venv/bin/python
NTM := .venv/bin/ntm
RASA := .venv-rasa/bin/rasa
DIALOGUE := models/dialogue.tar.gz
CODE := actions benchmarks bot docs knowledge tests

export RASA_TELEMETRY_ENABLED := false
export SQLALCHEMY_SILENCE_UBER_WARNING := 1
export TF_CPP_MIN_LOG_LEVEL := 3
export TOKENIZERS_PARALLELISM := false
# Rasa đọc biến này trong endpoints.yml ngay cả khi chỉ huấn luyện.
export NTM_ACTIONS_URL ?= http://127.0.0.1:5055/webhook

# $(call need_python,3.11): dừng với lời chỉ dẫn nếu máy thiếu phiên bản Python đó.
define need_python
	@python$(1) -c '' 2>/dev/null || { \
	  echo "Thiếu Python $(1). Hãy cài Python $(1) sao cho lệnh 'python$(1)' chạy được, ví dụ:"; \
	  echo "  pyenv install $(1)        (tệp .python-version của kho đã ghi sẵn cả hai phiên bản)"; \
	  echo "  uv python install $(1)"; \
	  echo "  apt install python$(1) python$(1)-venv"; \
	  exit 1; }
endef

.PHONY: help
help: ## Liệt kê các lệnh
	@grep -hE '^[a-z -]+:.*## ' $(MAKEFILE_LIST) | sort | \
	  awk 'BEGIN {FS = ":.*## "} {printf "  make %-12s %s\n", $$1, $$2}'

.venv/.installed: requirements/main.txt pyproject.toml
	$(call need_python,3.11)
	@echo "Cài môi trường chính (.venv, Python 3.11)…"
	@test -x $(PY) || python3.11 -m venv .venv
	@$(PY) -m pip install --quiet --disable-pip-version-check -r requirements/main.txt
	@$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

.venv-rasa/.installed: requirements/rasa.txt
	$(call need_python,3.10)
	@echo "Cài môi trường Rasa (.venv-rasa, Python 3.10)…"
	@test -x .venv-rasa/bin/python || python3.10 -m venv .venv-rasa
	@.venv-rasa/bin/python -m pip install --quiet --disable-pip-version-check -r requirements/rasa.txt
	@touch $@

.PHONY: install
install: .venv/.installed .venv-rasa/.installed ## Cài hai môi trường (chạy lại không cài gì thêm)

.PHONY: check
check: .venv/.installed ## Kiểm tra thư mục tài liệu
	@$(NTM) check

.PHONY: index
index: .venv/.installed ## Dựng chỉ mục nếu tài liệu có thay đổi
	@$(NTM) index --if-changed

$(DIALOGUE): .venv-rasa/.installed config.yml domain.yml endpoints.yml $(wildcard data/*.yml) \
    $(wildcard bot/language/*.py) $(wildcard knowledge/references/*) knowledge/text.py
	@echo "Huấn luyện mô hình hội thoại…"
	@mkdir -p var/log
	@$(RASA) train --quiet --out models --fixed-model-name dialogue 2> var/log/train.log \
	  || { cat var/log/train.log >&2; exit 1; }
	@touch $@

.PHONY: train
train: $(DIALOGUE) ## Huấn luyện mô hình hội thoại nếu cấu hình thay đổi

.PHONY: shell
shell: install index train ## Hỏi đáp trong Rasa shell
	@$(PY) -m bot.shell

.PHONY: serve
serve: install index train ## Chạy Rasa, máy chủ hành động và Telegram (nếu có NTM_TELEGRAM_TOKEN)
	@$(PY) -m bot.serve

.PHONY: lint
lint: .venv/.installed ## Kiểm tra kiểu và cách trình bày mã
	$(PY) -m ruff check $(CODE)
	$(PY) -m ruff format --check $(CODE)
	$(PY) -m mypy actions benchmarks bot/command bot/telegram bot/*.py knowledge

.PHONY: unit
unit: .venv/.installed ## Kiểm thử đơn vị (không mô hình, không mạng)
	$(PY) -m pytest tests/unit

.PHONY: golden
golden: index ## Kiểm thử bằng bộ câu hỏi chuẩn
	$(PY) -m pytest tests/golden

.PHONY: dialogue
dialogue: train ## Kiểm thử hội thoại của Rasa
	.venv-rasa/bin/python -m pytest -c tests/dialogue/pytest.ini tests/dialogue

.PHONY: e2e
e2e: install index train ## Kiểm thử cả hệ thống đang chạy
	$(PY) -m pytest tests/e2e

.PHONY: test
test: install check lint unit golden dialogue e2e ## Cài đặt rồi chạy mọi kiểm thử

.PHONY: watch
watch: .venv/.installed ## Theo dõi thư mục tài liệu, tự dựng lại chỉ mục khi có thay đổi
	@$(NTM) watch

.PHONY: bench-parsing bench-embedding bench-building bench-dense
bench-parsing bench-embedding bench-building bench-dense: .venv/.installed ## Đo tốc độ (không nằm trong make test)
	$(PY) -m benchmarks.$(@:bench-%=%)

.PHONY: bench-retrieval
bench-retrieval: .venv/.installed ## Đo việc tìm kiếm (CORPORA="thư mục hoặc tệp .jsonl.gz")
	$(PY) -m benchmarks.retrieval --corpora $(CORPORA)

.PHONY: bench-answers bench-paraphrases bench-scope calibration
bench-answers: index ## Đo thời gian trả lời và phần của từng bước
	$(PY) -m benchmarks.answering
bench-paraphrases: index ## Đo những câu hỏi bằng lời khác hẳn lời của kho
	$(PY) -m benchmarks.paraphrases
bench-scope: index ## Đo những câu hỏi việc khác, và câu về nông thôn mới bằng lời hằng ngày
	$(PY) -m benchmarks.scope
calibration: index ## Đo độ tin cậy: ngưỡng nào thì bao nhiêu câu được trả lời, bao nhiêu câu sai
	$(PY) -m knowledge.evaluation.calibration --curve docs/do-tin-cay.png tests/golden/questions.jsonl \
	  tests/golden/dialogues.jsonl tests/golden/tuning.jsonl tests/golden/tuning-dialogues.jsonl

.PHONY: day chaos load
day: install index train ## Một ngày của cán bộ trên Telegram (máy chủ Telegram giả lập)
	$(PY) -m tests.e2e.telegram.day
chaos: install index train ## 1.000 câu hỏi trong lúc mọi thứ hỏng
	$(PY) -m tests.load.chaos
load: install index train ## 200 cuộc trò chuyện cùng lúc
	$(PY) -m tests.load.telegram

.PHONY: lock
lock: ## Làm mới hai tệp khóa phiên bản trong requirements/
	$(call need_python,3.11)
	$(call need_python,3.10)
	@rm -rf var/lock && mkdir -p var/lock
	@python3.11 -m venv var/lock/main && var/lock/main/bin/pip install --quiet -r requirements/dev.in
	@var/lock/main/bin/pip freeze | sed 's/+cpu$$//' > requirements/main.txt
	@python3.10 -m venv var/lock/rasa && var/lock/rasa/bin/pip install --quiet -r requirements/rasa.in
	@var/lock/rasa/bin/pip freeze > requirements/rasa.txt
	@rm -rf var/lock

.PHONY: licences
licences: install ## Liệt kê lại giấy phép của các thư viện vào THIRD_PARTY.md
	@{ echo '# Thư viện của bên thứ ba'; echo; \
	  echo 'Sinh bằng `make licences` từ hai tệp khóa. Không có GPL hay AGPL. LGPL: python-telegram-bot, psycopg'; \
	  echo '(`.venv`) và psycopg2-binary (`.venv-rasa`), dùng nguyên bản như thư viện. Phông chữ Noto Sans trong'; \
	  echo '`bot/telegram/fonts` theo SIL OFL 1.1.'; \
	  echo; echo '## `.venv` (Python 3.11)'; echo; echo '| Gói | Bản | Giấy phép |'; echo '|---|---|---|'; \
	  $(PY) docs/third_party.py requirements/main.txt; \
	  echo; echo '## `.venv-rasa` (Python 3.10)'; echo; echo '| Gói | Bản | Giấy phép |'; echo '|---|---|---|'; \
	  .venv-rasa/bin/python docs/third_party.py requirements/rasa.txt; } > THIRD_PARTY.md

.PHONY: readme
readme: index ## Điền lại các bảng sinh tự động trong README.md
	@$(PY) docs/readme.py

.PHONY: train-embedding
train-embedding: .venv/.installed ## Huấn luyện lại mô hình nhúng rồi mô hình xếp hạng lại (CORPORA="thư mục hoặc tệp .jsonl.gz")
	$(PY) -m knowledge.training --corpora $(CORPORA) --output knowledge/model --questions benchmarks/retrieval/questions.jsonl
	$(PY) -m knowledge.training.reranker --corpora $(CORPORA)

.PHONY: train-likeliest
train-likeliest: index ## Huấn luyện lại mạng chọn đoạn đúng nhất từ các câu hỏi bằng lời khác lời của kho
	$(PY) -m knowledge.training.likeliest benchmarks/paraphrases/tune.jsonl

.PHONY: clean
clean: ## Xóa những gì sinh ra khi chạy (giữ lại môi trường)
	rm -rf models var/index var/log results .rasa .pytest_cache .mypy_cache .ruff_cache
