package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

const releaseLines = `{"id":"p","agreement":"portx","on":"2026-11-21","releases":[{"version":"3.0","released":"2025-09-01"},{"version":"2.4","released":"2025-05-10"}]}
{"id":"e","agreement":"portx","on":"2026-11-21","releases":[{"version":"3.0","released":"2025-09-01","stable":true}]}
{"agreement":"ispsystem","on":"2024-01-01","releases":[]}
{"agreement":"ispsystem","on":"2024-02-01","releases":[{"version":"6.1","released":"2024-01-01","product":"VMmanager","stable":false}]}
`

func TestReleases_JSON(t *testing.T) {
	want := outcome{1, `{"id":"p","agreement":"portx","on":"2026-11-21","releases":[` +
		`{"version":"3.0","phase":"current","from":"2025-09-01","waits_for":"the next higher release of the same major or the next higher major release or 2 more higher major releases",` +
		`"supported":true,"services":["support","maintenance"],"clause":"POR-5","phases":[{"phase":"current","from":"2025-09-01","waits_for":"the next higher release"}]},` +
		`{"version":"2.4","phase":"previous","from":"2025-05-10","through":"2027-03-01","moved_by":["the next higher release of the same major","the next higher major release"],` +
		`"supported":true,"services":["support","maintenance"],"clause":"POR-5","phases":[{"phase":"current","from":"2025-05-10","through":"2025-08-31"},` +
		`{"phase":"previous","from":"2025-09-01","through":"2027-03-01","moved_by":["the next higher release of the same major","the next higher major release"]}],` +
		`"next":{"on":"2027-03-02","phase":"unsupported","supported":false,"services":[]}}]}
{"line":2,"id":"e","error":"policy: releases[0].stable: true is not a field of portx"}
{"agreement":"ispsystem","on":"2024-01-01","releases":[]}
{"agreement":"ispsystem","on":"2024-02-01","releases":[{"version":"6.1","product":"VMmanager","phase":"outdated","supported":false,` +
		`"services":["known solutions","existing fixes and updates","help with migration"],"clause":"ISP-8","phases":[]}]}
`, ""}
	if diff := cmp.Diff(want, runWith(releaseLines, "releases"), cmp.AllowUnexported(outcome{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestReleases_Table(t *testing.T) {
	want := outcome{1, `ID        AGREEMENT   ON          SERIES      VERSION   PHASE        FROM        THROUGH     SUPPORTED  CLAUSE  SERVICES
p         portx       2026-11-21              3.0       current      2025-09-01  open        yes        POR-5   support, maintenance
                                              2.4       previous     2025-05-10  2027-03-01  yes        POR-5   support, maintenance
error: line 2, e: policy: releases[0].stable: true is not a field of portx
          ispsystem   2024-01-01              no release yet
          ispsystem   2024-02-01  VMmanager   6.1             outdated                 never       no         ISP-8   known solutions, existing fixes and updates, help with migration
`, ""}
	if diff := cmp.Diff(want, runWith(releaseLines, "releases", "-format", "table"), cmp.AllowUnexported(outcome{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
