package main

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

// drawn runs the command tickets with the format svg.
func drawn(stdin string, args ...string) outcome {
	var stdout, stderr strings.Builder
	p := &program{strings.NewReader(stdin), &stdout, &stderr}
	status := withPictures(ticketsCommand()).run(p, args)
	return outcome{status, stdout.String(), stderr.String()}
}

const drawnTicket = `{"id":"P-1","agreement":"purchased","as_of":"2026-07-03T12:00:00-05:00","events":[{"at":"2026-07-02T17:00:00-05:00","kind":"reported","severity":"2","channel":"email"}]}` + "\n"

// wellFormed fails unless a text is XML whose root is svg, and returns how many
// elements svg it has.
func wellFormed(t *testing.T, text string) (n int) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return n
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
		if e, ok := token.(xml.StartElement); ok && e.Name.Local == "svg" {
			n++
		}
	}
}

func TestSVG(t *testing.T) {
	one := drawn(drawnTicket, "-format", "svg")
	if one.status != 0 || one.stderr != "" || wellFormed(t, one.stdout) != 1 {
		t.Errorf("%+v", one)
	}
	for _, want := range []string{`width="840"`, "P-1: purchased ticket</title>", "due Mon 6 Jul 13:00</text>", ">Independence Day</text>"} {
		if !strings.Contains(one.stdout, want) {
			t.Errorf("no %s in\n%s", want, one.stdout)
		}
	}
	wide := drawn(drawnTicket, "-format=svg", "-width", "1000", "-as-of", "2026-07-06T13:00:00.000000001-05:00")
	if wide.status != 0 || !strings.Contains(wide.stdout, `width="1000"`) || !strings.Contains(wide.stdout, "breached, still open</text>") {
		t.Errorf("%+v", wide)
	}
	three := drawn("\n"+drawnTicket+"{}\n"+drawnTicket, "--format", "svg")
	if three.status != 1 || wellFormed(t, three.stdout) != 3 { // the two, and what holds them
		t.Errorf("%+v", three)
	}
	if want := "slaclock: line 3: "; !strings.HasPrefix(three.stderr, want) {
		t.Errorf("stderr %q, want %q", three.stderr, want)
	}
	for _, id := range []string{`id="slaclock-1"`, `id="slaclock-2"`} {
		if strings.Count(three.stdout, id) != 1 {
			t.Errorf("%s is not there once", id)
		}
	}
	if none := drawn("", "-format", "svg"); none != (outcome{}) {
		t.Errorf("%+v", none)
	}
	if narrow := drawn(drawnTicket, "-format", "svg", "-width", "359"); narrow.status != exitUsage || narrow.stdout != "" {
		t.Errorf("%+v", narrow)
	}
	if many := drawn(strings.Repeat(drawnTicket, maxPictures+1), "-format", "svg"); many.status != 1 ||
		many.stderr != "slaclock: line 201: 200 tickets have been drawn; ask for fewer at a time\n" || wellFormed(t, many.stdout) != 201 {
		t.Errorf("%d %s", many.status, many.stderr)
	}
}

// The other formats are as they were.
func TestSVGIsAskedFor(t *testing.T) {
	for _, args := range [][]string{{}, {"-format", "json"}, {"-format", "table"}, {"-format", "x"}, {"--", "-format", "svg"}} {
		var stdout, stderr strings.Builder
		p := &program{strings.NewReader(drawnTicket), &stdout, &stderr}
		status := ticketsCommand().run(p, args)
		if got, want := drawn(drawnTicket, args...), (outcome{status, stdout.String(), stderr.String()}); got != want {
			t.Errorf("%v: %+v, want %+v", args, got, want)
		}
	}
}
