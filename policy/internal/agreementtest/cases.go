package agreementtest

import (
	"path"
	"testing"
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
