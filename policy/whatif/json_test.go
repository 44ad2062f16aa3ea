package whatif_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestJSONOfWhoIsTold: a ticket of a Tuesday, 10:00, which is a holiday in country B.
// There the four hours of the response are over on Wednesday at 13:00, the eight of
// the ladder at 17:00, and until Wednesday 09:00 nobody but the on-call service owns
// it. (The resolution is due on Thursday on both sides.)
func TestJSONOfWhoIsTold(t *testing.T) {
	d := mustCompare(t, mustTicket(t, "T", "Mid email 03T10:00 as of 03T12:00"), "", "customer.country=B")
	var got map[string]json.RawMessage
	if err := json.Unmarshal(d.AppendJSON(nil), &got); err != nil {
		t.Fatal(err)
	}
	for field, want := range map[string]string{
		"as_of": `"2026-03-03T12:00:00Z"`,
		"escalation": `[{"round":1,"step":1,"old":{"to":"Anna","clause":"SHP-5","at":"2026-03-04T10:00:00Z","state":"pending"},` +
			`"new":{"to":"Anna","clause":"SHP-5","at":"2026-03-04T17:00:00Z","state":"pending"}}]`,
		"owners": `{"changes":1,"first":{"old":{"from":"2026-03-03T10:00:00Z","region":"Day"},"new":{"from":"2026-03-03T10:00:00Z","region":"on-call"}}}`,
		"next":   `{"old":{"at":"2026-03-03T14:00:00Z","what":"response due"},"new":{"at":"2026-03-04T09:00:00Z","what":"hand-over to Day"}}`,
	} {
		if diff := cmp.Diff(want, string(got[field])); diff != "" {
			t.Errorf("%s (-want +got):\n%s", field, diff)
		}
	}
	// A day on which they do not differ has nothing of that.
	d = mustCompare(t, mustTicket(t, "T", "Mid email 04T10:00 as of 04T12:00"), "", "customer.country=B")
	const want = `{"id":"T","agreement":"shop","as_of":"2026-03-04T12:00:00Z"}`
	if diff := cmp.Diff(want, string(d.AppendJSON(nil))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestJSONOfClocks: a clock that comes, and is breached; one that waits for something
// else; and a change of owner that one side alone has.
func TestJSONOfClocks(t *testing.T) {
	const (
		waits = `{"severity":"Mid","target":"4h0m0s","calendar":"hours","clause":"SHP-2","state":"waiting","waiting_for":"phone"}`
		other = `{"severity":"Mid","target":"4h0m0s","calendar":"hours","clause":"SHP-2","state":"waiting","waiting_for":"portal"}`
		late  = `{"severity":"Mid","target":"2 business days","calendar":"hours","clause":"SHP-3","started":"2026-03-02T09:00:00Z","due":"2026-03-04T17:00:00Z","state":"breached"}`
	)
	for _, c := range []struct{ name, ticket, from, to, field, want string }{
		{"comes", "Mid phone 02T09:00 as of 05T10:00", "shop.resolution=none", "", "clocks",
			`[{"metric":"resolution","round":1,"new":` + late + `,"verdict":"breached","because":[` +
				`{"kind":"reading","name":"shop.resolution","old":"none","new":"2 days"},{"kind":"clause","name":"SHP-3","new":"SHP-3"}]}]`},
		{"waits", "Mid email 02T09:00 as of 02T10:00", "shop.mail=waits", "shop.mail=portal", "clocks",
			`[{"metric":"response","round":1,"old":` + waits + `,"new":` + other + `,"because":[{"kind":"reading","name":"shop.mail","old":"waits","new":"portal"},` +
				`{"kind":"event","name":"SHP-2","old":"wait: reported as Mid by email: the clock waits for phone","new":"wait: reported as Mid by email: the clock waits for portal","at":"2026-03-02T09:00:00Z"}]}]`},
		// On call from 18:00 on both sides; on Tuesday Day opens in country A alone.
		{"owner", "Mid email 02T18:00 as of 03T10:00", "", "customer.country=B", "owners", `{"changes":1,"first":{"old":{"from":"2026-03-03T09:00:00Z","region":"Day"}}}`},
		{"other owner", "Mid email 02T18:00 as of 03T10:00", "customer.country=B", "", "owners", `{"changes":1,"first":{"new":{"from":"2026-03-03T09:00:00Z","region":"Day"}}}`},
	} {
		if diff := cmp.Diff(c.want, field(t, mustCompare(t, mustTicket(t, "T", c.ticket), c.from, c.to), c.field)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestJSONOfUnknownLength: in country C, whose holidays are known through Monday, the
// response that telephone alone started is due on Monday, 13:00. On Tuesday, 10:00,
// how much of the time is used is not known, and "unknown" says so, as it does in
// an answer; on Monday, 17:00, all is known.
func TestJSONOfUnknownLength(t *testing.T) {
	const clock = `{"severity":"Mid","target":"4h0m0s","calendar":"hours","clause":"SHP-2","started":"2026-03-02T09:00:00Z","due":"2026-03-02T13:00:00Z",`
	for _, c := range []struct{ asOf, want string }{
		{"02T17:00", clock + `"state":"breached"}`},
		{"03T10:00", clock + `"unknown":"holidays are known through 2026-03-02 only","state":"breached"}`},
	} {
		d := mustCompare(t, mustTicket(t, "T", "Mid email 02T09:00 as of "+c.asOf), "shop.mail=waits", "customer.country=C")
		var clocks []struct {
			Metric string
			New    json.RawMessage
		}
		if err := json.Unmarshal([]byte(field(t, d, "clocks")), &clocks); err != nil || len(clocks) != 2 || clocks[1].Metric != "response" {
			t.Fatal(len(clocks), err)
		}
		if diff := cmp.Diff(c.want, string(clocks[1].New)); diff != "" {
			t.Errorf("as of %s (-want +got):\n%s", c.asOf, diff)
		}
	}
}
