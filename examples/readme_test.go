package examples

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	inReadme = regexp.MustCompile("(?s)<!-- snippet: ([a-z]+) -->\n```go\n(.*?)```")
	inCode   = regexp.MustCompile(`(?s)\t// snippet: ([a-z]+)\n(.*?)\t// end of snippet`)
)

func TestReadmeSnippetsAreCompiledExamples(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	snippets := inReadme.FindAllStringSubmatch(string(readme), -1)
	if blocks := strings.Count(string(readme), "```go"); blocks != len(snippets) || blocks == 0 {
		t.Errorf("README has %d blocks of Go, %d of them named as snippets", blocks, len(snippets))
	}
	for _, s := range snippets {
		name, want := s[1], s[2]
		code, err := os.ReadFile(filepath.Join(name, "main.go"))
		if err != nil {
			t.Error(err)
			continue
		}
		found := inCode.FindStringSubmatch(string(code))
		if found == nil || found[1] != name {
			t.Errorf("%s/main.go has no snippet called %s", name, name)
			continue
		}
		got := regexp.MustCompile(`(?m)^\t`).ReplaceAllString(found[2], "")
		if got != want {
			t.Errorf("snippet %s: README has\n%s\nthe example has\n%s", name, want, got)
		}
	}
}
