"""Surgeries from indication to payment: planned, asked of the payer, authorised, done, and told to people."""

from honorarios.services.cases.acts import add_act, edit_act, remove_act
from honorarios.services.cases.answers import CaseAnswer
from honorarios.services.cases.asking import answer, request, withdraw
from honorarios.services.cases.finishing import advance, attach, cancel, perform
from honorarios.services.cases.held import Ask
from honorarios.services.cases.papers import document, quote, receive_quote
from honorarios.services.cases.planning import create, edit
from honorarios.services.cases.requests import (
    CaseFacts,
    NewAct,
    NewAnswer,
    NewCase,
    NewMember,
    NewRequest,
    NewTask,
    Performance,
)
from honorarios.services.cases.tasks import add_task, finish_task, open_task, own_task
from honorarios.services.cases.team import add_member, remove_member

__all__ = [
    "Ask",
    "CaseAnswer",
    "CaseFacts",
    "NewAct",
    "NewAnswer",
    "NewCase",
    "NewMember",
    "NewRequest",
    "NewTask",
    "Performance",
    "add_act",
    "add_member",
    "add_task",
    "advance",
    "answer",
    "attach",
    "cancel",
    "create",
    "document",
    "edit",
    "edit_act",
    "finish_task",
    "open_task",
    "own_task",
    "perform",
    "quote",
    "receive_quote",
    "remove_act",
    "remove_member",
    "request",
    "withdraw",
]
