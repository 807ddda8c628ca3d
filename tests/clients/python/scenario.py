"""What a partner's own program does with a client that was generated from the document: every call is typed.

Usage: scenario.py ADDRESS EMAIL PASSWORD, against a portal with the companies of the demo.
"""

import sys
from typing import TypeVar

from guildhall_client import AuthenticatedClient, Client
from guildhall_client.api.invitations import invitations_invite
from guildhall_client.api.me import me_sign_in
from guildhall_client.api.opportunities import (
    opportunities_create,
    opportunities_list,
    opportunities_replace,
    opportunities_show,
)
from guildhall_client.api.people import people_list, people_remove
from guildhall_client.api.tasks import tasks_add, tasks_change_assignee, tasks_show, tasks_submit
from guildhall_client.models.credentials import Credentials
from guildhall_client.models.form_answers import FormAnswers
from guildhall_client.models.form_answers_answers import FormAnswersAnswers
from guildhall_client.models.new_assignee import NewAssignee
from guildhall_client.models.new_invitations import NewInvitations
from guildhall_client.models.new_task import NewTask
from guildhall_client.models.opportunity_fields import OpportunityFields
from guildhall_client.models.problem import Problem
from guildhall_client.models.confirmation import Confirmation
from guildhall_client.types import Response, Unset

T = TypeVar("T")


def good(answer: Response[T | Problem]) -> T:
    """The answer, which has to be a good one."""
    parsed = answer.parsed
    assert parsed is not None and not isinstance(parsed, Problem), (answer.status_code, answer.content)
    return parsed


def refused(answer: Response[T | Problem], status: int, code: str) -> Problem:
    """The problem, which has to be this one."""
    parsed = answer.parsed
    assert isinstance(parsed, Problem), (answer.status_code, answer.content)
    assert (answer.status_code, parsed.status, parsed.code) == (status, status, code), parsed
    return parsed


def signed_in(address: str, email: str, password: str) -> AuthenticatedClient:
    """A client with a token of its own."""
    with Client(base_url=address) as visitor:
        wrong = me_sign_in.sync_detailed(client=visitor, body=Credentials(email=email, password="wrong"))
        refused(wrong, 401, "sign_in_rejected")
        made = good(me_sign_in.sync_detailed(client=visitor, body=Credentials(email=email, password=password)))
    return AuthenticatedClient(base_url=address, token=made.token)


def opportunity(title: str) -> OpportunityFields:
    """What an opportunity says that can be submitted."""
    return OpportunityFields.from_dict(
        {
            "opportunity_type": "Net New Business",
            "region": "eu-west-1",
            "primary_needs_from_aws": ["Co-Sell - Deal Support"],
            "customer": {
                "account": {
                    "company_name": "Harbour Ltd",
                    "industry": "Retail",
                    "website_url": "harbour.example",
                    "address": {"postal_code": "36201", "country_code": "ES"},
                }
            },
            "project": {
                "title": title,
                "customer_business_problem": "The harbour is full and has to move.",
                "customer_use_case": "Migration/Database Migration",
                "delivery_models": ["SaaS or PaaS"],
                "sales_activities": ["SOW Signed"],
                "other_solution_description": "Moving harbours",
                "expected_customer_spend": [{"amount": "1200.50", "currency_code": "EUR", "target_company": "AWS"}],
            },
            "life_cycle": {"stage": "Qualified", "target_close_date": "2031-09-30"},
        }
    )


def people(lead: AuthenticatedClient) -> tuple[str, str]:
    """Reads who is there and invites somebody; gives the ids of the lead and of a colleague."""
    ids = {person.email: person.id for person in good(people_list.sync_detailed(client=lead)).people}
    rows = {"rows": [{"email": "quinn@larkspur.example", "roles": ["ace_user"]}]}
    invited = good(invitations_invite.sync_detailed(client=lead, body=NewInvitations.from_dict(rows)))
    assert any(one.email == "quinn@larkspur.example" for one in invited.invitations)
    twice = invitations_invite.sync_detailed(client=lead, body=NewInvitations.from_dict(rows))
    faults = refused(twice, 422, "invalid_input").faults
    assert not isinstance(faults, Unset) and faults[0].code == "already_invited"
    return ids["lead@larkspur.example"], ids["user@larkspur.example"]


def work(lead: AuthenticatedClient, me: str, colleague: str) -> None:
    """Gives a task to a colleague, takes it over and completes it."""
    wish = NewTask(template="describe_company", to=colleague, due="2031-02-01")
    task = good(tasks_add.sync_detailed(client=lead, body=wish)).tasks[0]
    moved = NewAssignee(tasks=[task], to=me, confirm=True)
    assert good(tasks_change_assignee.sync_detailed(client=lead, body=moved)).tasks == [task]
    answers = FormAnswersAnswers.from_dict({"description": "We plan wards."})
    good(tasks_submit.sync_detailed(task, client=lead, body=FormAnswers(answers=answers)))
    shown = good(tasks_show.sync_detailed(task, client=lead)).to_dict()
    assert shown["status"] == "completed", shown


def sell(lead: AuthenticatedClient) -> None:
    """Brings an opportunity once although it is sent twice, and edits what was read."""
    made = opportunities_create.sync_detailed(client=lead, body=opportunity("Quay"), idempotency_key="quay-1")
    again = opportunities_create.sync_detailed(client=lead, body=opportunity("Quay"), idempotency_key="quay-1")
    first = good(made)
    assert first == good(again) and again.headers["idempotent-replayed"] == "true"
    other = opportunities_create.sync_detailed(client=lead, body=opportunity("Pier"), idempotency_key="quay-1")
    refused(other, 422, "idempotency_key_reused")

    read = opportunities_show.sync_detailed(first.id, client=lead)
    good(read)
    tag = read.headers["etag"]
    new = opportunity("Quay, second basin")
    good(opportunities_replace.sync_detailed(first.id, client=lead, body=new, if_match=tag))
    stale = opportunities_replace.sync_detailed(first.id, client=lead, body=opportunity("Lost"), if_match=tag)
    refused(stale, 412, "changed_meanwhile")
    good(opportunities_create.sync_detailed(client=lead, body=opportunity("Pier"), idempotency_key="pier-1"))


def pages(lead: AuthenticatedClient) -> None:
    """Reads the list of opportunities page by page."""
    whole = [entry.id for entry in good(opportunities_list.sync_detailed(client=lead)).entries]
    seen: list[str] = []
    page = good(opportunities_list.sync_detailed(client=lead, limit=1))
    while True:
        assert len(page.entries) <= 1
        seen += [entry.id for entry in page.entries]
        if not isinstance(page.next_cursor, str):
            break
        page = good(opportunities_list.sync_detailed(client=lead, limit=1, cursor=page.next_cursor))
    assert seen == whole and len(seen) > 1, (seen, whole)


def main(address: str, email: str, password: str) -> None:
    with signed_in(address, email, password) as lead:
        me, colleague = people(lead)
        work(lead, me, colleague)
        sell(lead)
        pages(lead)
    with signed_in(address, "user@larkspur.example", password) as user:
        wish = people_remove.sync_detailed(me, client=user, body=Confirmation(confirm="confirm"))
        problem = refused(wish, 403, "permission_missing")
        assert problem.missing_permission == "remove_users", problem.missing_permission
        assert not isinstance(problem.held_by, Unset) and "alliance_lead" in problem.held_by, problem.held_by
    print("done")


if __name__ == "__main__":
    main(*sys.argv[1:])
