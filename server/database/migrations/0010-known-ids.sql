-- The ids that others are told of in the list of open items, and were told of before a record was closed: nobody begins one of them in a
-- tour of his own. The one look-up that knows no scope; a distributed database asks it of every node.
create index records_told on records (id) where kind in ('tour', 'issue', 'task', 'request');
