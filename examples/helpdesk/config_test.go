package main

import (
	"io"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/clock"
)

func TestReadConfig(t *testing.T) {
	env := map[string]string{"HELPDESK_TOKEN": "0123456789abcdef", "HELPDESK_LOG_LEVEL": "WARN", "HELPDESK_DB": "env.db"}
	c, err := readConfig([]string{"-db", "flag.db", "-clock", "2026-03-02T08:00:00Z,2026-03-02T08:00:00Z,60"}, func(name string) string { return env[name] }, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	if c.db != "flag.db" || c.token != "0123456789abcdef" || c.madeToken || c.level != slog.LevelWarn || c.rate() != 60 {
		t.Errorf("%+v", c)
	}
	c, err = readConfig(nil, func(string) string { return "" }, io.Discard)
	if err != nil || !c.madeToken || len(c.token) < leastToken || c.clock != (clock.Wall{}) || !c.sample {
		t.Errorf("without anything: %+v %v", c, err)
	}
}

func TestReadConfigMistakes(t *testing.T) {
	for _, row := range []struct {
		args []string
		env  string // HELPDESK_HTTPS
		want string
	}{
		{[]string{"-token", "short"}, "", "5 characters are too few"},
		{[]string{"-token", "0123456789abcdef\n"}, "", "without blanks or line ends around them"},
		{[]string{"-token", "0123456789abcdefü"}, "", "ASCII"},
		{[]string{"-document", "sample/cold-desk.json"}, "", `"cold-desk" is an agreement that the program has`},
		{[]string{"-webhook", "ftp://x"}, "", "not an http or https URL"},
		{[]string{"-clock", "noon"}, "", "clock"},
		{[]string{"-clock", "2026-03-02T08:00:00Z,now,0"}, "", "rate"},
		{[]string{"-log-format", "xml"}, "", "neither text nor json"},
		{[]string{"-db", ""}, "", "a file is needed"},
		{[]string{"start"}, "", "flags only"},
		{nil, "perhaps", `HELPDESK_HTTPS: "perhaps": write true or false`},
		{[]string{"-document", "testdata/none.json"}, "", "testdata/none.json"},
		{[]string{"-document", ""}, "", "a file is needed"},
		{[]string{"-document", worksDesk, "-document", "testdata/wrong-desk.json"}, "", "testdata/wrong-desk.json:9:19: metrics[0].targets[0].calendar: "},
		{[]string{"-document", "testdata/wrong-desk.json"}, "", "testdata/wrong-desk.json:6:35: metrics[0].start[0]: "},
		{[]string{"-document", worksDesk, "-document", worksDesk}, "", `name: "works-desk" is that of ` + worksDesk + " too"},
		{[]string{"-document", "../../policy/document/testdata/portx.json"}, "", `"portx" is an agreement that the program has`},
		{[]string{"-document", "../../policy/document/testdata/sempre.json"}, "", "promises no times to tickets"},
	} {
		_, err := readConfig(row.args, func(name string) string {
			if name == "HELPDESK_HTTPS" {
				return row.env
			}
			return ""
		}, io.Discard)
		if err == nil || !strings.Contains(err.Error(), row.want) {
			t.Errorf("%q %q: %v, want an error with %q", row.args, row.env, err, row.want)
		}
	}
}

// Documents come from flags, or from the environment if there are none.
func TestReadConfigDocuments(t *testing.T) {
	for _, row := range []struct {
		args []string
		env  string
		want []string
	}{
		{nil, "", nil},
		{[]string{"-document", worksDesk, "-document", "../documents/it-desk.json"}, "", []string{"works-desk", "it-desk"}},
		{nil, worksDesk + string(filepath.ListSeparator) + "../documents/it-desk.json", []string{"works-desk", "it-desk"}},
		{[]string{"-document", "../documents/it-desk.json"}, worksDesk, []string{"it-desk"}},
		{[]string{"-sample=false", "-document", "sample/cold-desk.json"}, "", []string{"cold-desk"}},
	} {
		c, err := readConfig(row.args, func(name string) string {
			if name == "HELPDESK_DOCUMENTS" {
				return row.env
			}
			return ""
		}, io.Discard)
		if diff := cmp.Diff(row.want, c.documents.Names()); err != nil || diff != "" {
			t.Errorf("%q %q: %v (-want +got):\n%s", row.args, row.env, err, diff)
		}
	}
}

// What the environment has is as wrong as it would be in a flag, and says where it is.
func TestReadConfigEnvironmentMistakes(t *testing.T) {
	const sep = string(filepath.ListSeparator)
	for _, row := range []struct{ name, value, want string }{
		{"HELPDESK_DOCUMENTS", sep, "a file is needed on both sides of each " + sep},
		{"HELPDESK_DOCUMENTS", worksDesk + sep, "HELPDESK_DOCUMENTS: "},
		{"HELPDESK_SAMPLE", "no", `HELPDESK_SAMPLE: "no": write true or false`},
		{"HELPDESK_LOG_LEVEL", "LOUD", `HELPDESK_LOG_LEVEL: "LOUD": `},
		{"HELPDESK_TOKEN", "short", "5 characters are too few"},
	} {
		_, err := readConfig(nil, func(name string) string {
			if name == row.name {
				return row.value
			}
			return ""
		}, io.Discard)
		if err == nil || !strings.Contains(err.Error(), row.want) {
			t.Errorf("%s=%q: %v, want an error with %q", row.name, row.value, err, row.want)
		}
	}
}
