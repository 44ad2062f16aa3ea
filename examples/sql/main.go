// Command sql stores answers in a database, here SQLite in memory: the answer as JSON and, in
// a column of its own, the instant at which it goes out of date by itself. When that instant
// has passed, a worker answers the ticket again, so that queries see what is breached.
//
//	cd examples/sql && go run .
package main

import (
	"database/sql"
	"fmt"
	"log"
	"time"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/purchased"
	_ "modernc.org/sqlite"
)

const (
	create = `CREATE TABLE answer (ticket TEXT PRIMARY KEY, next INTEGER /* in Unix seconds */, body TEXT);
		CREATE INDEX answer_next ON answer (next)`
	replace = `REPLACE INTO answer VALUES (?, ?, ?)`
	stale   = `SELECT group_concat(ticket) FROM answer WHERE next < ?`
	clocks  = `SELECT group_concat(value->>'metric' || ' ' || (value->>'state') || ' ' || (value->>'due'), ', ')
		FROM answer, json_each(body, '$.clocks') WHERE ticket = ?`
)

func main() {
	db, err := sql.Open("sqlite", ":memory:")
	try(err)
	db.SetMaxOpenConns(1) // each connection to :memory: has its own database
	exec := func(query string, args ...any) { _, err := db.Exec(query, args...); try(err) }
	exec(create)
	p, err := purchased.New(policy.Customer{}, nil)
	try(err)
	severity, err := p.Scale().Parse("2")
	try(err)
	reported := time.Date(2026, time.July, 2, 22, 0, 0, 0, time.UTC)
	events := []policy.Event{{At: reported, Kind: policy.Reported, Severity: severity, Channel: policy.Email}}
	for _, now := range []time.Time{reported, reported.Add(100 * time.Hour)} {
		var ids, row sql.Null[string]
		try(db.QueryRow(stale, now.Unix()).Scan(&ids))
		fmt.Printf("%v out of date: %q\n", now.Format(time.DateTime), ids.V)
		a, err := p.Evaluate(events, now)
		try(err)
		next, ok := a.Next.Get() // without one, only an event changes the answer, and next is NULL
		exec(replace, "T-1", sql.Null[int64]{V: next.At.Unix(), Valid: ok},
			string(p.AppendAnswer(nil, "T-1", policy.Stamp{Time: now}, &a)))
		try(db.QueryRow(clocks, "T-1").Scan(&row))
		fmt.Println(row.V)
	}
}

func try(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
