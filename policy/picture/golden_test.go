package picture_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy/picture"
)

var update = flag.Bool("update", false, "write the golden files; look at them before they are committed")

func TestGoldens(t *testing.T) {
	wanted := map[string]bool{}
	for _, d := range all(t, picture.Options{}) {
		name := filepath.Join("testdata", d.name+".svg")
		wanted[name] = true
		if *update {
			if err := os.WriteFile(name, d.svg, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Errorf("%v; run with -update and look at the picture", err)
			continue
		}
		if diff := cmp.Diff(string(want), string(d.svg)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	files, err := filepath.Glob("testdata/*.svg")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if !wanted[name] {
			t.Errorf("%s is the picture of no case; remove it", name)
		}
	}
}

func TestSameBytes(t *testing.T) {
	for _, c := range tickets {
		p, events, asOf := read(t, c.line)
		one, err := picture.Ticket(p, events, asOf, picture.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for i, j := 1, len(events)-1; i < j; i, j = i+1, j-1 {
			events[i], events[j] = events[j], events[i] // no two are at one instant
		}
		other, err := picture.Ticket(p, events, asOf, picture.Options{ID: "slaclock", Width: picture.DefaultWidth})
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(one, other) {
			t.Errorf("%s: another order of events gives another picture:\n%s", c.name, cmp.Diff(string(one), string(other)))
		}
	}
}
