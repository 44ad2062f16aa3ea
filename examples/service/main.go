// Command service answers tickets over HTTP as JSON, and logs their clocks as groups.
//
//	go run ./examples/service &
//	curl -d @examples/service/ticket.json localhost:8080
package main

import (
	"io"
	"log"
	"log/slog"
	"net/http"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/purchased"
)

func main() {
	log.Fatal(http.ListenAndServe("localhost:8080", http.HandlerFunc(handle)))
}

func handle(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
	if err == nil {
		body, err = answer(body)
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest) // all mistakes, each with its place
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.Write(body)
}

func answer(body []byte) ([]byte, error) {
	var t policy.Ticket
	if err := t.UnmarshalJSON(body); err != nil {
		return nil, err
	}
	if t.Agreement != purchased.Name {
		return nil, &policy.PlaceError{Kind: policy.ErrTicket, Place: "agreement", Value: t.Agreement, Why: "is not known; write " + purchased.Name}
	}
	p, err := purchased.New(t.Customer, t.Readings)
	if err != nil {
		return nil, err
	}
	a, asOf, err := p.AnswerTicket(&t) // as of the last event, if the ticket names no instant
	if err != nil {
		return nil, err
	}
	for _, c := range a.Clocks {
		slog.Info("clock", "ticket", t.ID, slog.Group(c.Metric, "state", c.State, "due", c.Due, "clause", c.Clause))
	}
	return p.AppendAnswer(nil, t.ID, asOf, &a), nil
}
