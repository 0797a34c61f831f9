-- Nudges that the worker swiped away on this laptop. Nobody else's matter: they are no statement about the child.
create table swiped_prompt (
    child uuid not null,
    prompt varchar(40) not null,
    until_on date not null,
    seen varchar(4000) not null,
    primary key (child, prompt)
);
