package document_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/document"
)

// question is a document with attributes of each type, whose targets are given.
func question(attributes, targets string) string {
	return `{"schema": 1, "name": "acme", "attributes": [` + attributes + `],
		"levels": [{"name": "high", "aliases": ["P1"]}, {"name": "low"}], "calendars": [{"name": "all", "zone": "UTC", "week": {"mon": [["00:00", "24:00"]]}}],
		"metrics": [{"name": "response", "start": ["reported"], "targets": [` + targets + `]}]}`
}

// when is a target with conditions.
func when(conditions string) string {
	return `{"when": {` + conditions + `}, "measure": "1h", "calendar": "all", "clause": "A"}`
}

// TestContradictions has rows that contradict each other, or do not: for which
// tickets is said by the values that tell them apart.
func TestContradictions(t *testing.T) {
	const tier = `{"name": "tier", "type": "text", "values": ["gold", "silver"]}`
	const all = tier + `, {"name": "team", "type": "text"}, {"name": "vip", "type": "list"}, {"name": "agreed", "type": "measures"}, {"name": "within", "type": "days"}, {"name": "hubs", "type": "regions"},
		{"name": "must", "type": "text", "values": ["a", "b"], "required": true}`
	const beside, tail = `metrics[0].targets[1]: holds beside metrics[0].targets[0] where `, `, and neither has more conditions; add a row for both, or tell them apart`
	for _, test := range []struct {
		targets []string
		want    string
	}{
		{[]string{`"tier": "gold"`, `"tier": "silver"`}, ``},
		{[]string{`"tier": "gold"`, `"tier": ["silver", "gold"]`}, `tier gold`},
		{[]string{`"tier": ""`, `"tier": ["", "gold"]`}, `tier not given`},
		{[]string{`"vip": "a"`, `"vip": "a"`, `"vip": "a"`}, `vip a`}, // of three, the first two
		{[]string{`"team": "a"`, `"team": "b"`}, ``},
		{[]string{`"team": "a"`, `"team": ["b", "a"]`}, `team a`},
		{[]string{`"team": ""`, `"team": ["b", ""]`}, `team not given`},
		{[]string{`"must": "a"`, `"must": "b"`}, ``},
		{[]string{`"vip": "a"`, `"vip": "b"`}, `vip a or b`},
		{[]string{`"vip": "a"`, `"tier": "gold"`}, `tier gold, vip a`},
		{[]string{`"agreed": "high"`, `"agreed": "low"`}, `agreed high or low`},
		{[]string{`"agreed": "high"`, `"agreed": "P1"`}, `agreed high`},
		{[]string{`"agreed": "P1"`, `"tier": "gold"`}, `agreed high, tier gold`},
		{[]string{`"within": "high"`, `"tier": "gold"`}, `tier gold, within high`},
		{[]string{`"hubs": "a"`, `"hubs": "b"`}, `hubs a or b`},
		{[]string{`"hubs": "a"`, `"tier": "gold"`}, `hubs a, tier gold`},
		// A third row with more conditions settles it, where it holds.
		{[]string{`"vip": "a"`, `"tier": "gold"`, `"vip": "a", "tier": "gold"`}, ``},
		{[]string{`"vip": "a"`, `"tier": ["gold", "silver"]`, `"vip": "a", "tier": "gold"`}, `tier silver, vip a`},
		{[]string{`"vip": "a"`, `"vip": "b"`, `"vip": "c", "hubs": "a"`}, `hubs not given, vip a or b`},
	} {
		rows := make([]string, len(test.targets))
		for i, conditions := range test.targets {
			rows[i] = when(conditions)
		}
		want := "<nil>"
		if test.want != "" {
			want = beside + test.want + tail
		}
		got := whole(question(all, strings.Join(rows, ",")))
		if first, _, _ := strings.Cut(got, "\n"); first != want {
			t.Errorf("%v\n%s", test.targets, cmp.Diff(want, got))
		}
	}
}

// TestContradictions_Level has rows for levels: one that names it has a condition
// more.
func TestContradictions_Level(t *testing.T) {
	const vip = `{"name": "vip", "type": "list"}`
	row := func(fields string) string { return `{` + fields + `"measure": "1h", "calendar": "all", "clause": "A"}` }
	for _, test := range []struct{ targets, want string }{
		{row(``) + "," + row(`"level": "high", `), `<nil>`},
		{row(``) + "," + row(`"levels": ["low", "high"], `), `<nil>`},
		{row(`"level": "high", `) + "," + row(`"level": "low", `), `<nil>`},
		{row(`"level": "high", `) + "," + row(`"level": "P1", `),
			`metrics[0].targets[1]: holds beside metrics[0].targets[0] where nothing tells them apart, and neither has more conditions; add a row for both, or tell them apart`},
		{row(`"level": "high", `) + "," + row(`"levels": ["low", "high"], `),
			`metrics[0].targets[1]: holds beside metrics[0].targets[0] where nothing tells them apart, and neither has more conditions; add a row for both, or tell them apart`},
		{row(`"level": "high", `) + "," + row(`"when": {"vip": "a"}, `),
			`metrics[0].targets[1]: holds beside metrics[0].targets[0] where vip a, and neither has more conditions; add a row for both, or tell them apart`},
		{row(`"level": "high", `) + "," + row(`"level": "high", "when": {"vip": "a"}, `), `<nil>`},
		{row(``) + "," + row(``),
			`metrics[0].targets[1]: holds beside metrics[0].targets[0] where nothing tells them apart, and neither has more conditions; add a row for both, or tell them apart`},
	} {
		if got := whole(question(vip, test.targets)); got != test.want {
			t.Errorf("%s\n%s", test.targets, cmp.Diff(test.want, got))
		}
	}
}

// TestContradictions_Many has more combinations of values than are gone through:
// then each two rows are asked whether they hold together.
func TestContradictions_Many(t *testing.T) {
	var attributes []string
	one, two, third := []string{}, []string{}, []string{}
	for i := range 16 {
		attributes = append(attributes, fmt.Sprintf(`{"name": "x%d", "type": "text", "values": ["a", "b", "c"]}`, i), fmt.Sprintf(`{"name": "y%d", "type": "list"}`, i))
		if i < 8 { // half of the conditions are on texts, half on lists
			one = append(one, fmt.Sprintf(`"x%d": ["a", "b"]`, i), fmt.Sprintf(`"y%d": "p"`, i))
			two = append(two, fmt.Sprintf(`"x%d": ["c", "b"]`, i), fmt.Sprintf(`"y%d": "q"`, i))
			third = append(third, fmt.Sprintf(`"x%d": "c"`, i), fmt.Sprintf(`"y%d": "q"`, i))
		}
	}
	join := func(rows ...[]string) string {
		texts := make([]string, len(rows))
		for i, row := range rows {
			texts[i] = when(strings.Join(row, ", "))
		}
		return question(strings.Join(attributes, ","), strings.Join(texts, ","))
	}
	var where []string
	for i := range 8 {
		where = append(where, fmt.Sprintf("x%d b", i))
	}
	for i := range 8 {
		where = append(where, fmt.Sprintf("y%d p or q", i))
	}
	want := `metrics[0].targets[1]: holds beside metrics[0].targets[0] where ` + strings.Join(where, ", ") + `, and neither has more conditions; add a row for both, or tell them apart`
	if got := whole(join(one, two)); got != want {
		t.Error(cmp.Diff(want, got))
	}
	if got := whole(join(one, third)); got != "<nil>" {
		t.Errorf("a and b against c: %s", got)
	}
	// What both ask for is there once.
	if got := whole(join(one, append(two[:15:15], one[15]))); !strings.HasSuffix(got, "y6 p or q, y7 p, and neither has more conditions; add a row for both, or tell them apart") {
		t.Error(got)
	}
	// Who is left out of the one is asked of the other.
	if got := whole(join(one[:15], two[1:])); !strings.Contains(got, "where x0 a, x1 b, ") {
		t.Error(got)
	}
}

// TestContradictions_Ticket has what the ticket says, as the document cannot.
func TestContradictions_Ticket(t *testing.T) {
	d := mustDecode(t, question(`{"name": "vip", "type": "list"}`, when(`"vip": "a"`)))
	calendars, hours := &d.Calendars, d.Calendars[0].Hours
	utc := document.Text("UTC")
	for _, test := range []struct {
		calendar document.Calendar
		vip      string
		want     string
	}{
		{document.Calendar{Name: "all", When: document.When{"vip": {"a"}}, Zone: utc, Hours: hours}, "a", `<nil>`},
		{document.Calendar{Name: "all", Zone: utc, Hours: hours}, "a", `policy: calendars[0]: and calendars[1] both hold for this ticket (always; always), and none has more conditions`},
	} {
		*calendars = append((*calendars)[:1], test.calendar)
		_, err := d.For(policy.Customer{}, map[string]string{"vip": test.vip}, nil)
		if fmt.Sprint(err) != test.want || err != nil && !errors.Is(err, policy.ErrAgreement) {
			t.Error(cmp.Diff(test.want, fmt.Sprint(err)))
		}
	}
	// No row holds: the ticket that needs the calendar says so.
	*calendars = []document.Calendar{{Name: "all", When: document.When{"vip": {"b"}}, Zone: utc, Hours: hours}}
	const want = `policy: calendars: "all" has no row that holds for this ticket, where vip a; add one without conditions`
	for vip, want := range map[string]string{"": `<nil>`, "a": want, "b,a": `<nil>`} {
		if _, err := d.For(policy.Customer{}, map[string]string{"vip": vip}, nil); fmt.Sprint(err) != want || err != nil && !errors.Is(err, policy.ErrAgreement) {
			t.Errorf("%q: %s", vip, cmp.Diff(want, fmt.Sprint(err)))
		}
	}
	// That calendar is of the ticket that is tried first, and so of the document.
	if err := d.Check(); err != nil {
		t.Errorf("the ticket that is tried has no vip: %v", err)
	}
	d.Metrics[0].Targets[0].When = nil
	if err := d.Check(); fmt.Sprint(err) != `document: calendars: "all" has no row that holds for this ticket, where vip not given; add one without conditions` {
		t.Errorf("%v", err)
	}
}

// TestNoneHolds: where a ticket has no row, it is told what it has of all that the rows
// ask for, and a text of any length is cut.
func TestNoneHolds(t *testing.T) {
	d := mustDecode(t, `{"schema": 1, "name": "acme", "readings": [{"name": "acme.a", "values": ["x", "y"], "tickets": true}],
		"attributes": [{"name": "tier", "type": "text"}, {"name": "site", "type": "zone"}, {"name": "vip", "type": "list"}, {"name": "hubs", "type": "regions"}, {"name": "agreed", "type": "measures"}],
		"levels": [{"name": "high", "aliases": ["P1"]}, {"name": "low"}], "metrics": [{"name": "response", "start": ["reported"], "when": {"tier": "none"},
			"targets": [{"measure": "1h", "calendar": "all", "clause": "A"}]}],
		"calendars": [{"name": "all", "zone": "UTC", "when": {"acme.a": "y", "tier": "gold"}}, {"name": "all", "zone": "UTC", "when": {"site": "UTC", "vip": "a", "hubs": "a", "agreed": "low", "tier": "x", "acme.a": "y"}}]}`)
	long := strings.Repeat("é", 50_000)
	d.Metrics[0].When = nil
	for _, test := range []struct {
		attributes map[string]string
		want       string
	}{
		{nil, `acme.a x, agreed not given, hubs not given, site not given, tier not given, vip not given`},
		{map[string]string{"tier": "silver", "site": "+01:00", "vip": "c,b", "hubs.u": "DE", "hubs.e": "DE", "agreed.P1": "1h"}, `acme.a x, agreed high, hubs e and u, site +01:00, tier silver, vip b and c`},
		{map[string]string{"tier": "a\nb"}, `acme.a x, agreed not given, hubs not given, site not given, tier "a\nb", vip not given`},
		{map[string]string{"tier": long}, `acme.a x, agreed not given, hubs not given, site not given, tier "` + strings.Repeat("é", 40) + `…", vip not given`},
		{map[string]string{"vip": "b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r"}, `acme.a x, agreed not given, hubs not given, site not given, tier not given, vip b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, …`},
	} {
		_, err := d.For(policy.Customer{}, test.attributes, nil)
		want := `policy: calendars: "all" has no row that holds for this ticket, where ` + test.want + `; add one without conditions`
		if fmt.Sprint(err) != want || !errors.Is(err, policy.ErrAgreement) {
			t.Error(cmp.Diff(want, fmt.Sprint(err)))
		}
	}
}

// TestNames lists at most twenty names that could stand where another does.
func TestNames(t *testing.T) {
	var values []string
	for i := range 21 {
		values = append(values, fmt.Sprintf(`"v%d"`, i))
	}
	for n, want := range map[int]string{
		20: `metrics[0].targets[0].when[r]: "x" is not a value of it; write v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18 or v19`,
		21: `metrics[0].targets[0].when[r]: "x" is not a value of it; write v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18, v19, …`,
	} {
		text := strings.Replace(question(``, when(`"r": "x"`)), `"levels"`, `"readings": [{"name": "r", "values": [`+strings.Join(values[:n], ",")+`], "tickets": true}], "levels"`, 1)
		if got := whole(text); got != want {
			t.Error(cmp.Diff(want, got))
		}
	}
}
