package main

import (
	"bytes"
	"net/http"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"
)

// What README has a reader ask, and send, is answered.
func TestReadmeRequests(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	h, _, c := newService(t, "../documents/it-desk.json", "../documents/support-desk.json")
	c.now = time.Date(2026, time.November, 21, 10, 0, 0, 0, time.UTC)
	requests := regexp.MustCompile(`(?s)localhost:8080(/[^'\s]*)'?( -H '[^']*')?(?: -d '(.*?)')?`).FindAllSubmatch(readme, -1)
	if len(requests) != 13 {
		t.Errorf("README has %d requests, want 13", len(requests))
	}
	for _, r := range requests {
		method, status := "GET", http.StatusOK
		if len(r[3]) > 0 {
			method, status = "POST", http.StatusCreated
		}
		if w := ask(h, method, string(r[1]), string(r[3])); w.Code != status {
			t.Errorf("%s %s %s: %d %s, want %d", method, r[1], r[3], w.Code, w.Body, status)
		}
	}
}

// README tells all flags.
func TestReadmeFlags(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	var help bytes.Buffer
	if _, err := readConfig([]string{"-h"}, func(string) string { return "" }, &help); err == nil {
		t.Fatal("-h is not answered with help")
	}
	names := regexp.MustCompile(`(?m)^  -([a-z-]+)`).FindAllStringSubmatch(help.String(), -1)
	if len(names) < 10 {
		t.Errorf("the help has %d flags:\n%s", len(names), help.String())
	}
	for _, name := range names {
		if !strings.Contains(string(readme), "`-"+name[1]+"`") {
			t.Errorf("README does not tell -%s", name[1])
		}
	}
}
