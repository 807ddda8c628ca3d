# Support: the desk, cases, articles, the contact form.
support-title = Support
support-lead-text = Ask { $desk }, follow the correspondence, and read what others asked.
support-open = Open a case
support-open-text = Ask a question, with files if they help
support-cases = Your cases
support-none = There is no case yet.
support-none-matches = No case matches.
support-search = Words in subject, messages or file names
support-show = Show
support-found =
    { $count ->
        [one] One case
       *[other] { $count } cases
    }
support-by-subject = Subject
support-by-progress = State
support-by-opened-by = Opened by
support-by-last-word = Last message
support-progress-all = All
support-progress-waiting = Waits for support
support-progress-answered = Answered
support-progress-closed = Closed
support-cancellation = Ends the membership
support-cancellation-text = This case asks to end your company's membership in the programme. Support answers before anything changes.
support-topic = Topic
support-topic-all = All topics

support-articles = Articles
support-articles-title = Support articles
support-articles-text = Answers to common questions
support-articles-search = Search the articles
support-articles-all = All articles
support-articles-none = No article matches.
support-articles-found =
    { $count ->
        [one] One article
       *[other] { $count } articles
    }
support-articles-ask = Not what you looked for?

support-new-title = Open a case
support-new-text = The three choices bring your question to the right people.
support-new-button = Open the case
support-new-tab = (opens in a new tab)
support-case-type = Type of case
support-question = Type of question
support-specific = More specific
support-topic-next = Continue
support-topic-change = Use these choices
support-perhaps = Perhaps one of these helps
support-subject = Subject
support-subject-hint = In a few words.
support-description = Description
support-description-hint = What did you do, what happened, and what did you expect?
support-opened-said = Your case is open. You get a mail when it is answered.

support-files = Attachments
support-files-hint = Up to { $files } files of { $size } each, { $together } at once: { $types }.
support-files-kept = Attached. Untick what shall not go with it.
support-files-too-many = These are more than { $files } files.
support-files-too-large = A file is larger than { $size }.
support-files-too-large-together = Together these files are larger than { $together }. Send some of them with another message.
support-files-sending = Sending the files
support-file-label = { $name } ({ $size })
support-size-bytes =
    { $number ->
        [one] 1 byte
       *[other] { $number } bytes
    }
support-size-kilobytes = { $number } KB
support-size-megabytes = { $number } MB
support-file-required = A file has no name.
support-file-too-long = The name of “{ $name }” is too long.
support-file-bad-character = The name of “{ $name }” holds a character that is not allowed in it. Rename the file.
support-file-not-a-file-name = “{ $name }” is no name of a file. Rename it.
support-file-ending = The ending of “{ $name }” does not belong to files that are taken here.
support-file-empty = “{ $name }” is empty.
support-file-too-large = “{ $name }” is too large.
support-file-not-allowed = Files such as “{ $name }” are not taken.
support-file-not-what-it-says = “{ $name }” does not hold what its ending says.
support-file-too-many = “{ $name }” is one file too many.
support-file-too-many-waiting = “{ $name }” was not taken: too many files of yours wait for a message. Try again tomorrow.
support-file-twice = “{ $name }” is attached twice.
support-file-gone = A file that was attached is no longer there. Attach it again.
fault-not-of-case-type = Choose a question of this type.
fault-not-of-question = Choose a value of this question.

support-about = About this case
support-opened-at = Opened
support-closed-at = Closed
support-correspondence = Correspondence
support-staff = Support
support-reply-title = Reply
support-reply = Your message
support-reply-button = Send
support-replied-said = Your message is sent.
support-unsent = What you wrote, and what was not sent
support-closed-text = This case is closed.
support-again = Open a new case about the same
support-close = Close the case
support-close-title = Close this case?
support-close-text = Nobody can write in it any more. It stays in your list.
support-closed-said = The case is closed.
support-back-to-case = Back to the case

support-entry-help = For help with signing in and registration, contact { $desk }.
support-contact-form-title = Contact form
support-contact-form-text = Write to { $desk } without signing in
support-contact-intro = For those who cannot sign in. { $desk } answers by mail.
support-contact-email = E-mail for the answer
support-contact-email-hint = An address at which you receive mail now.
support-contact-company = Your company
support-contact-message = Message
support-contact-message-hint = What did you try, and what happened? Never send a password or a code.
support-contact-button = Submit
support-contact-sent = Your message is sent
support-contact-sent-text = Your message is with { $desk }. The answer comes by mail to the address that you gave.
