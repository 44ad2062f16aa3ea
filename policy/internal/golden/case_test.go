package golden_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/slaclock/slaclock/policy/internal/golden"
)

// two are golden cases: the first judges a state, the second wants a refusal.
const two = `{"in":{"id":"late"},"out":{"clocks":[{"metric":"response","state":"breached"}]},"why":"§1"}
{"in":{"id":7},"out":{"error":true},"why":"an id is a text"}
`

// A test tells each case by its ticket's id.
func ExampleCases() {
	for c, err := range golden.Cases([]byte(two)) {
		fmt.Printf("%q %v %v %s\n", c.ID(), c.Refused(), err, c.Why)
	}
	// Output:
	// "late" false <nil> §1
	// "" true <nil> an id is a text
}

func ExampleCase_ID() {
	fmt.Printf("%q %q\n", golden.Case{In: []byte(`{"id":"T-1"}`)}.ID(), golden.Case{}.ID())
	// Output: "T-1" ""
}

func ExampleCase_Refused() {
	fmt.Println(golden.Case{Out: map[string]any{"error": true}}.Refused(), golden.Case{}.Refused())
	// Output: true false
}

func ExampleCase_Judge() {
	for c := range golden.Cases([]byte(two)) {
		diff, err := c.Judge([]byte(`{"id":"late","clocks":[{"metric":"response","calendar":"desk","state":"met"}]}`))
		fmt.Print(diff)
		fmt.Println(err)
		break
	}
	// Output:
	//   clocks[0].state: want "breached"
	//                    got  "met"
	// <nil>
}

// What is loose in a wanted clock is compared with nothing.
func ExampleLoosen() {
	want := []any{map[string]any{"state": "met", "loose": []any{"elapsed"}}}
	got := []any{map[string]any{"state": "met", "elapsed": "1h0m0s"}}
	golden.Loosen(want, got)
	fmt.Println(want, got)
	// Output: [map[state:met]] [map[state:met]]
}

// TestCasesEnd: a line that is no case ends them with its number, those before it
// are read, and who has enough gets no more.
func TestCasesEnd(t *testing.T) {
	for _, row := range []struct {
		lines string
		stop  int // after how many
		want  string
	}{
		{"", 9, ""},
		{two, 9, "late; ; "},
		{two, 1, "late; "},
		{two + "{\n" + two, 9, "late; ; case 3: unexpected end of JSON input; "},
		{"\n" + two, 9, "case 1: unexpected end of JSON input; "},
	} {
		said, n := "", 0
		for c, err := range golden.Cases([]byte(row.lines)) {
			if err != nil {
				said += err.Error()
			}
			said += c.ID() + "; "
			if n++; n == row.stop {
				break
			}
		}
		if said != row.want {
			t.Errorf("%q: %q, want %q", row.lines, said, row.want)
		}
	}
}

// TestJudge: what a case does not name is not judged, null wants that there is no such
// field, lists count in full, and what is loose is judged in no clock but its own.
func TestJudge(t *testing.T) {
	const answer = `{"id":"T-1","severity":"1","clocks":[{"metric":"a","state":"met","due":"2026-03-02T09:00:00Z","calendar":"x"},{"metric":"b","state":"met"}]}`
	for _, row := range []struct {
		name, out string
		places    string // those that differ
	}{
		{"nothing is judged", `{}`, ""},
		{"a field", `{"severity":"1"}`, ""},
		{"another value", `{"severity":"2"}`, "severity"},
		{"none, and there is none", `{"next":null}`, ""},
		{"none, and there is one", `{"severity":null}`, "severity"},
		{"one, and there is none", `{"next":{"what":"a due"}}`, "next"},
		{"an instant in another zone", `{"clocks":[{"metric":"a","state":"met","due":"2026-03-02T10:00:00+01:00"},{"metric":"b","state":"met"}]}`, ""},
		{"a nanosecond later", `{"clocks":[{"metric":"a","state":"met","due":"2026-03-02T09:00:00.000000001Z"},{"metric":"b","state":"met"}]}`, "clocks[0].due"},
		{"a clock's field too many", `{"clocks":[{"metric":"a","state":"met"},{"metric":"b","state":"met"}]}`, "clocks[0].due"},
		{"loose", `{"clocks":[{"metric":"a","state":"met","loose":["due"]},{"metric":"b","state":"met"}]}`, ""},
		{"loose, whatever is wanted", `{"clocks":[{"metric":"a","state":"met","due":"x","loose":["due"]},{"metric":"b","state":"met"}]}`, ""},
		{"loose in another clock", `{"clocks":[{"metric":"a","state":"met"},{"metric":"b","state":"met","loose":["due"]}]}`, "clocks[0].due"},
		{"a clock too few", `{"clocks":[{"metric":"a","state":"met","loose":["due"]}]}`, "clocks"},
	} {
		var c golden.Case
		for read, err := range golden.Cases([]byte(`{"in":{},"out":` + row.out + `}`)) {
			if err != nil {
				t.Fatal(err)
			}
			c = read
		}
		for range 2 { // judging changes no case
			diff, err := c.Judge([]byte(answer))
			if err != nil {
				t.Fatal(err)
			}
			place, _, _ := strings.Cut(strings.TrimSpace(diff), ":")
			if place != row.places || strings.Count(diff, "want") != min(len(row.places), 1) {
				t.Errorf("%s: %q, want differences at %q", row.name, diff, row.places)
			}
		}
	}
	if diff, err := (golden.Case{}).Judge([]byte(`[]`)); err == nil {
		t.Errorf("a list is an answer: %q", diff)
	}
}
