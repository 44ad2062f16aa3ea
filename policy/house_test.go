package policy_test

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
)

// The rules of the house, for the whole module. The library promises the same answer on every machine: data in, answer
// out. That promise is easy to break with one line (a call of time.Now, a cache in a package variable) that no test of
// behaviour notices, so the source itself is read here, and each line that breaks a rule is reported with what to write
// in its place.
//
// The tables in this file say what is allowed. The checker that applies them is in house_check_test.go (statements and
// calls), house_imports_test.go and house_state_test.go (package-level variables); house_snippets_test.go proves that it
// finds what it should.

// exceptions are the files for which a rule does not hold, each with its reason. An entry that no longer excuses
// anything is an error too. A function that spreads work over goroutines and joins them before it returns is listed
// here.
var exceptions = []exception{
	{"calendar/calendartest/law_days.go", "goroutine", "the law of concurrent use asks from several at once and waits for them"},
	{"policy/bulk.go", "goroutine", "a batch of tickets is spread over workers, which are joined before its answers are given"},
	{"calendar/bench_test.go", "third-party", "rickar/cal is the peer that the benchmarks are compared with"},
}

// exception excuses every finding of one rule in one file.
type exception struct {
	file, rule, reason string
}

// mayImport lists, for each layer of the module, the other layers that its packages can import. Every package can import
// those of its own layer. The agreements have a layer each, named policy/*, so none of them imports another.
var mayImport = map[string][]string{
	"calendar":   {},
	"severity":   {},
	"escalation": {"calendar", "severity"},
	"lifecycle":  {"calendar", "severity"},
	"policy":     {"calendar", "severity", "escalation", "lifecycle"},
	"policy/*":   {"calendar", "severity", "escalation", "lifecycle", "policy"},
	// What is wrong with a document is told of the document and of what it makes.
	"policy/lint": {"calendar", "severity", "escalation", "lifecycle", "policy", "policy/document"},
	"examples":    {"calendar", "severity", "escalation", "lifecycle", "policy", "policy/*"},
}

// testsMayImport lists what the tests of a layer can import besides: the agreements are data to try the rules on.
var testsMayImport = map[string][]string{
	"escalation":  {"policy/*"},
	"lifecycle":   {"policy/*"},
	"policy":      {"policy/*"},
	"policy/lint": {"policy/*"},
	"policy/*":    {"policy/*"}, // policy/document is compared with the agreements that its documents say
}

// helperPackages are the packages that help with tests, two of them public. They may use testing and rapid; code that is
// not a test must not import them, since that would link the testing package into a service.
var helperPackages = []string{"calendar/calendartest", "policy/policytest", "policy/internal/agreementtest", "policy/internal/golden"}

// thirdParty lists the modules outside the standard library, and where each can be imported.
var thirdParty = []struct {
	module    string
	files     []string // these files
	tests     bool     // and all _test.go files
	helpers   bool     // and the packages of helperPackages
	elsewhere string   // what is right instead
}{
	{"github.com/rickar/cal/v2", []string{"calendar/region_rickar.go"}, false, false,
		"ask package calendar for the holidays; calendar/region_rickar.go is the one file that reads rickar/cal"},
	{"pgregory.net/rapid", nil, true, true, "generators belong in tests, calendar/calendartest and policy/policytest"},
	{"github.com/google/go-cmp", nil, true, false, "compare values in tests only"},
}

// machinePackages are those of the standard library that do I/O, know the machine or the process, or differ from run to
// run. A name that ends in /... stands for the package and all below it. Packages that only transform what they are
// handed (io, bufio, bytes, archive/zip, encoding/...) are free; embed and database/sql/driver (an interface for codecs)
// are too.
var machinePackages = map[string]string{
	"C":             "write it in Go",
	"context":       "a pure function is not cancelled; bound its input instead",
	"crypto/rand":   "take random values as parameters",
	"crypto/tls":    "leave connections to the caller",
	"crypto/x509":   "leave certificates to the caller",
	"database/sql":  "implement database/sql/driver.Valuer and a Scan method; connections are the caller's",
	"expvar":        "return what is worth counting",
	"flag":          "take parameters; flags belong to examples/slaclock",
	"hash/maphash":  "use a hash that is the same in every process, such as hash/fnv or crypto/sha256",
	"io/fs":         "embed.FS has ReadFile; file systems belong to examples",
	"io/ioutil":     "take the data as []byte",
	"log/...":       "return what happened; logging is the caller's",
	"math/rand/...": "take random values as parameters; rapid draws them in tests",
	"mime":          "write the types out; this package reads the machine's tables",
	"net/...":       "take data in, hand answers out; the network belongs to the caller",
	"os/...":        "take the data as []byte; files and the environment belong to examples",
	"path/filepath": "use package path, whose separator is the same on every machine",
	"plugin":        "link what is needed",
	"runtime/...":   "the answer must not depend on the machine that computes it",
	"syscall/...":   "the answer must not depend on the machine that computes it",
	"testing/...":   "move it to a _test.go file, calendar/calendartest or policy/policytest",
	"time/tzdata":   "zones come from the tz database that package calendar embeds; this one changes the whole process",
	"unsafe":        "write it without; nothing here is worth it",
	"html/template": "print in examples",
	"text/template": "print in examples",
	"debug/...":     "the answer must not depend on the program that computes it",
	"encoding/gob":  "its type numbers differ from process to process; the codecs are JSON and text",
}

// machineSelectors are single names of packages that are free otherwise.
var machineSelectors = map[string]string{
	"time.Now":               "take the instant as a parameter (as_of)",
	"time.Since":             "take both instants as parameters and subtract them",
	"time.Until":             "take both instants as parameters and subtract them",
	"time.Local":             "use the zone of the calendar, or time.UTC",
	"time.LoadLocation":      "zones come from the tz database that package calendar embeds",
	"time.Parse":             "use time.ParseInLocation with time.UTC: where the text's offset is also the machine's, Parse answers in time.Local",
	"time.After":             "tell the caller the instant of the next change; waiting is the caller's",
	"time.AfterFunc":         "tell the caller the instant of the next change; waiting is the caller's",
	"time.NewTicker":         "tell the caller the instant of the next change; waiting is the caller's",
	"time.NewTimer":          "tell the caller the instant of the next change; waiting is the caller's",
	"time.Sleep":             "tell the caller the instant of the next change; waiting is the caller's",
	"time.Tick":              "tell the caller the instant of the next change; waiting is the caller's",
	"fmt.Print":              "return the text",
	"fmt.Printf":             "return the text",
	"fmt.Println":            "return the text",
	"fmt.Scan":               "take the text as a parameter",
	"fmt.Scanf":              "take the text as a parameter",
	"fmt.Scanln":             "take the text as a parameter",
	"archive/zip.OpenReader": "use zip.NewReader on embedded or given bytes",
}

// zonelessLayouts are the layouts with which time.Parse answers in UTC everywhere.
var zonelessLayouts = []string{"time.DateOnly", "time.DateTime", "time.TimeOnly"}

// topLevel is all that the repository's first level can hold.
var topLevel = []string{
	".ci", ".git", ".gitattributes", ".gitignore", "LICENSE", "README.md", "calendar", "escalation", "examples", "go.mod",
	"go.sum", "lifecycle", "policy", "severity", "testdata",
}

const modulePath = "github.com/slaclock/slaclock"

// TestHouse reads every Go file of the module and fails with a line for each rule that one of them breaks.
func TestHouse(t *testing.T) {
	findings, err := checkModule(os.DirFS(".."), exceptions)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		t.Error(f)
	}
}

// TestHouseTopLevel keeps the first level of the repository to the names that the layout gives.
func TestHouseTopLevel(t *testing.T) {
	for _, f := range checkTopLevel(os.DirFS("..")) {
		t.Error(f)
	}
}

// TestHouseRequirements keeps the root module's requirements to the three that importers are promised.
func TestHouseRequirements(t *testing.T) {
	text, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range checkRequirements(string(text)) {
		t.Error(f)
	}
}

// checkTopLevel reports each entry of the repository's first level that topLevel does not name and git does not ignore:
// go test -coverprofile=cover.out ./... has its file there while the tests run. Of .gitignore it knows plain names with *.
func checkTopLevel(repository fs.FS) []finding {
	entries, err := fs.ReadDir(repository, ".")
	if err != nil {
		return []finding{{file: ".", rule: "top-level", wrong: err.Error(), right: "the repository must be readable"}}
	}
	text, _ := fs.ReadFile(repository, ".gitignore") // without one, nothing is ignored
	patterns := strings.Split(string(text), "\n")
	var found []finding
	for _, e := range entries {
		ignored := slices.ContainsFunc(patterns, func(p string) bool {
			matched, err := path.Match(p, e.Name())
			return matched && err == nil
		})
		if !ignored && !slices.Contains(topLevel, e.Name()) {
			found = append(found, finding{file: e.Name(), rule: "top-level", wrong: "not part of the layout",
				right: "move it below one of " + strings.Join(topLevel, " ")})
		}
	}
	return found
}

// checkRequirements reports each line of a go.mod that requires a module besides those of thirdParty, or that changes
// what is built only here and not for those who import the module.
func checkRequirements(gomod string) []finding {
	var found []finding
	block := ""
	for i, line := range strings.Split(gomod, "\n") {
		line, _, _ = strings.Cut(line, "//")
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		if words[0] == ")" {
			block = ""
			continue
		}
		if len(words) == 2 && words[1] == "(" {
			block = words[0]
			continue
		}
		if block != "" {
			words = append([]string{block}, words...)
		}
		report := func(right string) {
			found = append(found, finding{file: "go.mod", line: i + 1, rule: "requirement",
				wrong: fmt.Sprintf("%q", strings.Join(words, " ")), right: right})
		}
		switch words[0] {
		case "module", "go":
		case "require":
			known := false
			for _, third := range thirdParty {
				known = known || len(words) > 1 && words[1] == third.module
			}
			if !known {
				report("do without, or make the example that needs it a nested module with its own go.mod")
			}
		default:
			report("the root module has module, go and require lines only; tools are pinned in .ci/tools.mod")
		}
	}
	return found
}
