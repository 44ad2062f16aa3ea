package main

import (
	_ "embed"
	"strings"
)

// sampleTickets are tickets under all agreements, for a first look.
//
//go:embed sample.jsonl
var sampleTickets string

// sample answers the embedded tickets, as a table wherever the output goes.
func (p *program) sample() int {
	p.stdin = strings.NewReader(sampleTickets)
	out := newOutput(p.stdout, formatTable)
	return p.answerFiles(nil, out, newTickets().answer)
}
