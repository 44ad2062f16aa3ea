package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
)

// Boston's requests of the first half of 2015, with the due times that the city's
// own case system issued, as tickets of an agreement that is a document. That the
// rules give the same without a document is shown in package calendar.

// A bostonRule is a row of the table of rules that somebody has found out.
type bostonRule struct {
	kind, from, unit string
	n, rows, matched int
}

func (r bostonRule) String() string {
	return fmt.Sprintf("%s from %q, %d %s", r.kind, r.from, r.n, r.unit)
}

// bostonClosing are the requests whose due times the agreement gives and the table
// of rules does not: all were opened at 17:00:00 sharp, which is outside the hours
// (G1), and the table took it for open.
var bostonClosing = []string{"101001316549", "101001342093", "101001375043", "101001378633", "101001380093"}

func TestBostonDocument(t *testing.T) {
	dir := os.Getenv("SLACLOCK_DATA")
	if dir == "" {
		t.Skip("SLACLOCK_DATA does not name the folder of the data")
	}
	zone, err := calendar.Zone("America/New_York")
	if err != nil {
		t.Fatal(err)
	}
	var rules []bostonRule
	for _, row := range bostonTable(t, dir, "boston311-2015h1-rules.csv", "type", "valid_from", "unit", "n", "rows", "rows_matched") {
		rules = append(rules, bostonRule{row[0], row[1], row[2], bostonNumber(t, row[3]), bostonNumber(t, row[4]), bostonNumber(t, row[5])})
	}
	requests := bostonTable(t, dir, "boston311-2015h1.csv", "case_id", "open_dt", "target_dt", "closed_dt", "on_time", "type")

	got := runWith(bostonTickets(t, requests, zone), "tickets", "-document", "../documents/boston-311.json")
	if got.status != 0 || got.stderr != "" {
		t.Fatalf("status %d, %s%.300s", got.status, got.stderr, got.stdout)
	}

	type count struct{ rows, matched int }
	counts, want := map[string]count{}, map[string]count{}
	for _, r := range rules {
		want[r.String()] = count{r.rows, r.matched}
	}
	total, i := count{}, 0
	for line := range strings.Lines(got.stdout) {
		row := requests[i]
		i++
		var a struct {
			ID     string
			Clocks []struct{ Due, Clause string }
		}
		if err := json.Unmarshal([]byte(line), &a); err != nil || a.ID != row[0] || len(a.Clocks) != 1 {
			t.Fatalf("%s: %v, %s", row[0], err, line)
		}
		due, err := calendar.ParseTime(a.Clocks[0].Due)
		if err != nil {
			t.Fatal(err)
		}
		r := bostonRuleOf(rules, row[5], row[1])
		if want := fmt.Sprintf("311-%d%c", r.n, r.unit[0]); a.Clocks[0].Clause != want {
			t.Errorf("%s, %s: clause %s, want %s", row[0], row[5], a.Clocks[0].Clause, want)
		}
		// The city's clock started on the second, but half of the openings are cut
		// to the minute.
		late := bostonTime(t, zone, row[2]).Sub(due)
		near := late >= -2*time.Second && late <= 120*time.Second
		c := counts[r.String()]
		c.rows++
		total.rows++
		if near {
			c.matched++
			total.matched++
		}
		counts[r.String()] = c
		if slices.Contains(bostonClosing, row[0]) {
			if !near {
				t.Errorf("%s, opened at closing: due %s, the city says %s", row[0], due, row[2])
			}
			w := want[r.String()]
			w.matched++
			want[r.String()] = w
		}
	}
	if diff := cmp.Diff(want, counts, cmp.AllowUnexported(count{})); diff != "" {
		t.Errorf("by rule (-want +got):\n%s", diff)
	}
	if (total != count{43_592, 41_444}) {
		t.Errorf("%d of %d, want 41,444 of 43,592", total.matched, total.rows)
	}
}

// bostonTickets returns the requests as lines of tickets.
func bostonTickets(t *testing.T, requests [][]string, zone *time.Location) string {
	var b strings.Builder
	for _, row := range requests {
		kind, err := json.Marshal(row[5])
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, `{"id":%q,"agreement":"boston-311","attributes":{"type":%s},"events":[{"at":%q,"kind":"reported","severity":"request"}]}`+"\n",
			row[0], kind, bostonTime(t, zone, row[1]).Format(time.RFC3339))
	}
	return b.String()
}

// bostonRuleOf returns the rule for a request: of those of its type the last that
// was valid already.
func bostonRuleOf(rules []bostonRule, kind, opened string) (found bostonRule) {
	for _, r := range rules {
		if r.kind == kind && r.from <= opened && (found.kind == "" || r.from > found.from) {
			found = r
		}
	}
	return found
}

func bostonNumber(t *testing.T, text string) int {
	n, err := strconv.Atoi(text)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// bostonTime reads a wall-clock time of Boston.
func bostonTime(t *testing.T, zone *time.Location, text string) time.Time {
	at, err := time.ParseInLocation(time.DateTime, text, zone)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// bostonTable returns the rows of a table that has these columns.
func bostonTable(t *testing.T, dir, name string, columns ...string) [][]string {
	f, err := os.Open(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) == 0 || !slices.Equal(rows[0], columns) {
		t.Fatalf("%s does not have the columns %v", name, columns)
	}
	return rows[1:]
}
