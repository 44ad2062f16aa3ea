package policytest_test

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/slaclock/slaclock/policy/policytest"
	"github.com/slaclock/slaclock/policy/portx"
	"pgregory.net/rapid"
)

// The words of an agreement that answers round the clock, of which only the zone
// and the times between events matter.
var exampleWords = policytest.Words{
	Agreement: "desk",
	Customer:  func(*rapid.T) map[string]any { return nil },
	Readings:  func(*rapid.T) map[string]string { return nil },
	Severity:  func(t *rapid.T) any { return rapid.SampledFrom([]string{"high", "low"}).Draw(t, "severity") },
	Channels:  []string{"email"},
	Kinds:     []string{"responded", "severity_changed", "closed", "reopened"},
	Offsets:   []int{0, 2},
	Whiles:    []time.Duration{1, time.Hour, 24 * time.Hour},
	Hours:     []int{0, 12, -1},
	Days:      func(policytest.Spec) ([]string, string, int) { return []string{"2028-02-29"}, "2026-01-01", 1000 },
	Zone:      func(*rapid.T, policytest.Spec) *time.Location { return time.UTC },
	Home:      func(policytest.Spec) *time.Location { return time.UTC },
	Edges:     func(policytest.Spec) []time.Time { return nil }, // what is due by the second implementation
}

func ExampleWords_Spec() {
	ticket := rapid.Custom(exampleWords.Spec).Example(1)
	early := ticket.Until(ticket.Reported().Add(-1)) // leaves the report alone
	fmt.Println(early.Agreement, early.Events[0].Kind, early.Events[0].Channel)
	// Output: desk reported email
}

// More words of one's own can stand beside those of Spec.
func ExampleWords_OnDay() {
	leap := rapid.Custom(func(t *rapid.T) time.Time {
		at := exampleWords.OnDay(t, policytest.Spec{}, time.Date(2028, time.February, 29, 0, 0, 0, 0, time.UTC))
		return exampleWords.Written(t, at)
	}).Example(1)
	fmt.Println(leap.Sub(time.Date(2028, time.February, 28, 23, 0, 0, 0, time.UTC)) < 26*time.Hour)
	// Output: true
}

func ExampleWords_Written() {
	at := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	same := rapid.Custom(func(t *rapid.T) time.Time { return exampleWords.Written(t, at) }).Example(1)
	fmt.Println(same.Equal(at))
	// Output: true
}

func ExampleSpec_Line() {
	at := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	ticket := policytest.Spec{Agreement: "desk", Events: []policytest.SpecEvent{{At: at, Kind: "reported", Severity: "high"}}}
	fmt.Printf("%s\n", ticket.Line())
	// Output: {"agreement":"desk","events":[{"at":"2026-03-02T09:00:00Z","kind":"reported","severity":"high"}]}
}

// The same ticket, asked for an hour after the report and without what came then.
func ExampleSpec_Until() {
	at := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	ticket := policytest.Spec{Agreement: "desk", Events: []policytest.SpecEvent{{At: at, Kind: "reported"}, {At: at.AddDate(0, 0, 1), Kind: "closed"}}}
	early := ticket.Until(at.Add(time.Hour)).At(ticket.Reported().Add(time.Hour))
	fmt.Printf("%s\n", early.Line())
	// Output: {"agreement":"desk","as_of":"2026-03-02T10:00:00Z","events":[{"at":"2026-03-02T09:00:00Z","kind":"reported"}]}
}

func ExampleSpec_At() {
	at := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	fmt.Printf("%s\n", policytest.Spec{Agreement: "desk"}.At(at).Line())
	// Output: {"agreement":"desk","as_of":"2026-03-02T09:00:00Z","events":null}
}

func ExampleSpec_Reported() {
	at := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	ticket := policytest.Spec{Events: []policytest.SpecEvent{{At: at.Add(time.Hour), Kind: "closed"}, {At: at, Kind: "reported"}}}
	fmt.Println(ticket.Reported().Format(time.TimeOnly), policytest.Spec{}.Reported().IsZero())
	// Output: 09:00:00 true
}

// A twin in the test of one's own agreement: what it computes is its own, the rest
// is here.
func ExampleTwin_Agrees() {
	answerSlowly := func(line []byte) any { return json.RawMessage(`{}`) } // written from the text alone
	answer := policytest.Answers(portx.New)                                // the agreement
	twin := policytest.Twin{Specs: rapid.Custom(exampleWords.Spec), Answer: answerSlowly}
	test := func(t *testing.T) { twin.Agrees(t, answer) }
	_ = test
	// Output:
}

func ExampleTwin_Sane() {
	twin := policytest.Twin{Specs: rapid.Custom(exampleWords.Spec), Answer: func(line []byte) any { return json.RawMessage(`{}`) }}
	_ = twin.Sane // in a test: twin.Sane(t)
	// Output:
}

func ExampleTwin_Cases() {
	twin := policytest.Twin{Answer: func(line []byte) any { return json.RawMessage(`{}`) }}
	test := func(t *testing.T) {
		twin.Cases(t, policytest.ReadCases(t, os.ReadFile, "testdata", "cases.jsonl"), true)
	}
	_ = test
	// Output:
}

func ExampleAnswers() {
	answer := policytest.Answers(portx.New)
	_, err := answer([]byte(`{"agreement":"portx","events":[]}`))
	fmt.Println(err != nil)
	// Output: true
}

func ExampleReadCases() {
	test := func(t *testing.T) {
		cases := policytest.ReadCases(t, os.ReadFile, "testdata", "cases.jsonl")
		policytest.Goldens(t, cases, policytest.Answers(portx.New))
	}
	_ = test
	// Output:
}

func ExampleSayReleases() {
	test := func(t *testing.T) {
		got := policytest.SayReleases(t, portx.Releases(), "2024-03-01", `{"version":"3.1","released":"2024-03-01"}`, "")
		if want := "3.1 current open supported POR-5 support,maintenance"; got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	_ = test
	// Output:
}

func ExampleDate() {
	test := func(t *testing.T) {
		leap, march := policytest.Date(t, "2028-02-29"), policytest.Date(t, "2028-03-01")
		if leap.DaysUntil(march) != 1 {
			t.Errorf("%v is not the day before", leap)
		}
	}
	_ = test
	// Output:
}

func ExampleReply() {
	at := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	used := policytest.ReplySpan(90 * time.Minute)
	text, err := json.Marshal(policytest.ReplyClock{Metric: "answer", Round: 1, Severity: "high", Target: "4h0m0s", Clause: "§1", Started: &at, State: "met", Elapsed: &used})
	fmt.Printf("%s %v\n", text, err)
	// Output: {"metric":"answer","round":1,"severity":"high","target":"4h0m0s","clause":"§1","started":"2026-03-02T09:00:00Z","state":"met","elapsed":"1h30m0s"} <nil>
}

// The instants beside which the next event is drawn.
func ExampleReply_Dues() {
	at := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	fmt.Println(policytest.Reply{Clocks: []policytest.ReplyClock{{Metric: "answer", Due: &at}, {Metric: "answer", Due: &at, Stopped: &at}}}.Dues())
	// Output: [2026-03-02 09:00:00 +0000 UTC]
}

func ExampleReplySpan_UnmarshalText() {
	var s policytest.ReplySpan
	err := s.UnmarshalText([]byte("1h30m"))
	text, _ := s.MarshalText()
	fmt.Printf("%s %v\n", text, err)
	// Output: 1h30m0s <nil>
}
