package agreementtest

import (
	"bytes"
	"path"
	"strings"
	"testing"

	"github.com/slaclock/slaclock/policy/internal/golden"
)

// ReadCases reads a file of golden cases with read, which is os.ReadFile: this
// package opens nothing. The elements of the path are joined with slashes, which
// every system reads. An empty first one skips the test: an environment variable
// names the folder of cases that are not everywhere, and here it does not. A file
// that cannot be read ends the test.
func ReadCases(t testing.TB, read func(name string) ([]byte, error), elements ...string) []byte {
	t.Helper()
	name := path.Join(elements...)
	if len(elements) == 0 || elements[0] == "" {
		t.Skipf("nothing names the folder of %q", name)
	}
	cases, err := read(name)
	if err != nil {
		t.Fatal(err)
	}
	return cases
}

// CasesOf returns the golden cases that a test is named after, a line each: those of
// TestINT_Goldens have ids that begin with INT-. The hyphen counts: the test of a
// clause 1 has nothing of clause 10. So go test -run finds the cases of a clause by
// its id. A line that is no case is every test's, since who reads it must complain. A
// test with another name ends.
func CasesOf(t testing.TB, cases []byte) []byte {
	t.Helper()
	name, ok := strings.CutPrefix(t.Name(), "Test")
	id, of := strings.CutSuffix(name, "_Goldens")
	if !ok || !of || id == "" {
		t.Fatalf("%s is named after no golden cases; write TestINT_Goldens for those of INT", t.Name())
	}
	var lines []byte
	for line := range bytes.Lines(cases) {
		for c, err := range golden.Cases(line) {
			if err != nil || strings.HasPrefix(c.ID(), id+"-") {
				lines = append(lines, line...)
			}
		}
	}
	return lines
}
