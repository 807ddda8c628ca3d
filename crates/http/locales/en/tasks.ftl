# Tasks.
tasks-title = Tasks
tasks-overdue-title = Overdue tasks
tasks-text-all = Everything that the people of your company are to do.
tasks-text-own = What you are to do, the next due first.
tasks-none = No tasks. What is recommended to you appears here and on the home page.
tasks-none-overdue = Nothing is overdue.
tasks-total-open =
    { $count ->
        [one] open task in your company
       *[other] open tasks in your company
    }
tasks-total-outstanding =
    { $count ->
        [one] of them with time left
       *[other] of them with time left
    }
tasks-total-overdue =
    { $count ->
        [one] of them overdue
       *[other] of them overdue
    }
tasks-column-title = Task
tasks-by-status = Status
tasks-by-due-date = Due date
tasks-by-assigned-to = Assigned to
tasks-by-type = Type
tasks-tick-one = Tick the task { $title }
tasks-tick-first = Tick at least one task first.
task-open = Open
task-overdue = Overdue
task-completed = Completed
task-dismissed = Dismissed
task-required = Required
task-optional = Optional
task-nobody = Nobody
task-no-date = No date
task-goal-onboarding = First steps
task-goal-strategic = Goal of the business

tasks-recommended = Recommended for you
tasks-recommended-text = These follow from your roles and from where your company stands. Take one up and it is yours.
tasks-take-up = Take up
task-taken-up-said = The task is on your list now.

tasks-assign-open = Change assignee
tasks-assign-title = Who shall do it?
tasks-assign-text = The tasks move to the list of the person you choose, who can begin at once.
tasks-assign-find = Find somebody by name
tasks-assign-nobody = Nobody of that name has access here.
tasks-assign-to = New assignee
tasks-assign-confirm = Confirm
tasks-assigned-said =
    { $count ->
        [one] One task has a new assignee.
       *[other] { $count } tasks have a new assignee.
    }
tasks-give-open = Assign a task
tasks-give-title = Assign a task
tasks-give-text = Choose what is to be done and who does it. Standard users get only what you assign to them.
tasks-give-what = Task
tasks-give-due-hint = Without a date the programme’s own time applies.
tasks-give-button = Assign
tasks-given-said = The task is assigned.

tasks-delete-open = Delete
tasks-delete-hint = Only optional tasks can be deleted.
tasks-delete-title = Delete these tasks?
tasks-delete-text = They disappear from every list and are not recommended again to whoever had them. This cannot be undone.
tasks-delete-button = Delete
tasks-deleted-said =
    { $count ->
        [one] One task is deleted.
       *[other] { $count } tasks are deleted.
    }

task-submit = Submit
task-link-text = This is done on another page. Do the work there, then come back.
task-link-open = Go to { $page }
task-done = Mark as completed
task-done-hint = The portal looks whether the work is on record.
task-not-yet = Not completed yet
task-page-closed = The page on which this is done is not open to you. Ask your alliance lead for the role, or to give the task to somebody else.
task-gone = The programme has this task no more. It can be set aside.
task-completed-said = Done: the task is completed.
task-dismiss = Dismiss
task-dismiss-title = Dismiss this task?
task-dismiss-text = It stays on record as dismissed and is not recommended again. It cannot be opened again.
task-dismissed-said =
    { $count ->
        [one] The task is dismissed.
       *[other] { $count } tasks are dismissed.
    }

refusal-tasks-not-confirmed = Confirm first: nothing was changed.
refusal-tasks-task-missing = There is no such task, or it is not yours to see.
refusal-tasks-template-missing = The programme has no such task.
refusal-tasks-not-recommended = This task is not recommended to you. Your alliance lead can assign it.
refusal-tasks-already-there = Somebody has this task on their list already, or it is done.
refusal-tasks-task-closed = This task is completed or dismissed, so nothing changes any more.
refusal-tasks-task-required = A required task stays until it is done. Only optional tasks can be deleted or dismissed.
refusal-tasks-has-form = This task is done by its form.
refusal-tasks-has-no-form = This task is done on the page that it links to.
refusal-tasks-work-not-recorded = The work is not on record yet. Do it on the page that the task links to, then try again.
refusal-tasks-too-many = That is too much at once: at most { $most }.
