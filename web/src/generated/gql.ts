/* eslint-disable */
import * as types from './graphql'

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
  '\n  query Alerts($filter: AlertFilter, $first: Int, $after: String) {\n    alerts(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          rule\n          source\n          url\n          severity\n          state\n          title\n          summary\n          service\n          environment\n          slo\n          release\n          version\n          team\n          runbookUrl\n          pendingSince\n          firedAt\n          acknowledgedAt\n          acknowledgedBy\n          resolvedAt\n          messages {\n            id\n            route\n            status\n            state\n            reason\n            earlier {\n              at\n              state\n              reason\n            }\n            attempts\n            mayRepeat\n            error\n            nextTryAt\n            finishedAt\n          }\n        }\n      }\n    }\n  }\n': typeof types.AlertsDocument
  '\n  query AlertRules {\n    alertRules {\n      id\n      title\n      description\n      hasPreview\n    }\n  }\n': typeof types.AlertRulesDocument
  '\n  query AlertPreview($rule: ID!) {\n    alertPreview(rule: $rule) {\n      pages\n      tickets\n      firings {\n        severity\n        service\n        title\n        from\n        to\n      }\n    }\n  }\n': typeof types.AlertPreviewDocument
  '\n  query AlertThresholds {\n    workspace {\n      alertSilentMinutes\n      alertStageMinutes\n      alertApprovalHours\n      alertGuardFactor\n    }\n  }\n': typeof types.AlertThresholdsDocument
  '\n  mutation AcknowledgeAlert($id: ID!) {\n    acknowledgeAlert(id: $id) {\n      id\n    }\n  }\n': typeof types.AcknowledgeAlertDocument
  '\n  query AlertRoutes {\n    alertRoutes {\n      id\n      name\n      kind\n      fields {\n        name\n        value\n        set\n      }\n      severities\n      teams\n      mostPerHour\n      quiet {\n        fromHour\n        toHour\n        timeZone\n      }\n      fallback\n      enabled\n      undelivered\n    }\n    alertRouteKinds {\n      id\n      title\n      deduplicates\n      fields {\n        name\n        title\n        secret\n        required\n        example\n      }\n    }\n  }\n': typeof types.AlertRoutesDocument
  '\n  mutation SaveAlertRoute($id: ID, $input: AlertRouteInput!) {\n    saveAlertRoute(id: $id, input: $input) {\n      id\n    }\n  }\n': typeof types.SaveAlertRouteDocument
  '\n  mutation DeleteAlertRoute($id: ID!) {\n    deleteAlertRoute(id: $id)\n  }\n': typeof types.DeleteAlertRouteDocument
  '\n  mutation TestAlertRoute($id: ID!) {\n    testAlertRoute(id: $id) {\n      ok\n      message\n    }\n  }\n': typeof types.TestAlertRouteDocument
  '\n  query AttestationTrust {\n    attestationTrust {\n      version\n      identities {\n        issuer\n        identity\n        repositories\n      }\n      publicKeys {\n        id\n        pem\n        repositories\n      }\n      trustedRoot\n      sources {\n        source\n        senders\n      }\n      kinds {\n        predicateType\n        kind\n      }\n    }\n  }\n': typeof types.AttestationTrustDocument
  '\n  mutation SetAttestationTrust($input: AttestationTrustInput!) {\n    setAttestationTrust(input: $input) {\n      version\n    }\n  }\n': typeof types.SetAttestationTrustDocument
  '\n  query UnmatchedAttestations($first: Int, $after: String) {\n    unmatchedAttestations(first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          digest\n          kind\n          status\n          reason\n          identity\n          issuer\n          source\n          at\n        }\n      }\n    }\n  }\n': typeof types.UnmatchedAttestationsDocument
  '\n  query AuditLog($first: Int, $after: String) {\n    auditLog(first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          sequence\n          at\n          actor\n          action\n          subject\n          details\n          hash\n        }\n      }\n    }\n  }\n': typeof types.AuditLogDocument
  '\n  query AuditVerification {\n    verifyAudit {\n      ok\n      entries\n      brokenAt\n    }\n  }\n': typeof types.AuditVerificationDocument
  '\n  query Contradictions($filter: ContradictedFilter, $first: Int, $after: String) {\n    contradictions(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          kind\n          fact\n          service\n          environment\n          releaseId\n          at\n          field\n          kept\n          dropped\n          source\n        }\n      }\n    }\n  }\n': typeof types.ContradictionsDocument
  '\n  query Corrections($kind: CorrectedKind!, $fact: ID!) {\n    corrections(kind: $kind, fact: $fact) {\n      id\n      at\n      by\n      fact\n      service\n      environment\n      fields\n      reason\n    }\n  }\n': typeof types.CorrectionsDocument
  '\n  query IncidentParts($id: ID!) {\n    incidentParts(id: $id) {\n      id\n      title\n      sources\n    }\n  }\n': typeof types.IncidentPartsDocument
  '\n  mutation CorrectFact($input: CorrectionInput!) {\n    correctFact(input: $input) {\n      id\n    }\n  }\n': typeof types.CorrectFactDocument
  '\n  query BlamableDeployments($filter: DeploymentFilter) {\n    deployments(filter: $filter, first: 100) {\n      edges {\n        node {\n          id\n          service\n          environment\n          version\n          startedAt\n          finishedAt\n          receivedAt\n        }\n      }\n    }\n  }\n': typeof types.BlamableDeploymentsDocument
  '\n  mutation RenameService($from: String!, $to: String!, $reason: String!) {\n    renameService(from: $from, to: $to, reason: $reason) {\n      changed\n    }\n  }\n': typeof types.RenameServiceDocument
  '\n  query IncidentMergePreview($service: String!, $minutes: Float) {\n    incidentMergePreview(service: $service, minutes: $minutes) {\n      incidentsNow\n      incidents\n      joined {\n        id\n        title\n        environment\n        status\n        detectedAt\n        newlyJoined\n        parts {\n          source\n          incident\n        }\n      }\n    }\n  }\n': typeof types.IncidentMergePreviewDocument
  '\n  query MergePreview($service: String!, $slackMinutes: Float, $sourceOfRecord: String) {\n    mergePreview(service: $service, slackMinutes: $slackMinutes, sourceOfRecord: $sourceOfRecord) {\n      rolloutsNow\n      rollouts\n      joined {\n        id\n        environment\n        version\n        startedAt\n        outcome\n        newlyJoined\n        parts {\n          source\n          deployment\n        }\n      }\n    }\n  }\n': typeof types.MergePreviewDocument
  '\n  query Definitions($options: MetricOptionsInput) {\n    metricDefinitions(options: $options) {\n      ...Definition\n    }\n    ownDefault: metricDefinitions(options: { profile: "default" }) {\n      key\n      options {\n        name\n        value\n      }\n    }\n  }\n': typeof types.DefinitionsDocument
  '\n  query ProfileComparisons($keys: [MetricKey!]!, $scope: ScopeInput, $window: WindowInput!, $options: MetricOptionsInput) {\n    metrics(keys: $keys, scope: $scope, window: $window, options: $options) {\n      key\n      groups {\n        total {\n          ...Measured\n        }\n      }\n    }\n    compareProfiles(keys: $keys, scope: $scope, window: $window) {\n      key\n      definition {\n        title\n        unit\n      }\n      values {\n        profile\n        value {\n          ...Measured\n        }\n      }\n    }\n  }\n': typeof types.ProfileComparisonsDocument
  '\n  query ProfileDifferences(\n    $key: MetricKey!\n    $scope: ScopeInput\n    $window: WindowInput!\n    $left: String!\n    $right: String!\n    $leftOptions: MetricOptionsInput\n    $first: Int\n    $after: String\n  ) {\n    profileDifference(\n      key: $key\n      scope: $scope\n      window: $window\n      left: $left\n      right: $right\n      leftOptions: $leftOptions\n      first: $first\n      after: $after\n    ) {\n      left {\n        definition {\n          title\n        }\n        value {\n          ...Measured\n        }\n      }\n      right {\n        value {\n          ...Measured\n        }\n      }\n      options {\n        name\n        description\n        left\n        right\n      }\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          kind\n          id\n          title\n          at\n          service\n          environment\n          releaseId\n          reason\n        }\n      }\n    }\n  }\n': typeof types.ProfileDifferencesDocument
  '\n  query QuickCheckScore($scope: ScopeInput, $window: WindowInput!, $edition: String, $options: MetricOptionsInput) {\n    quickCheck(scope: $scope, window: $window, edition: $edition, options: $options) {\n      edition\n      score\n      scored\n      industryMean\n      source {\n        report\n        url\n        verified\n      }\n      parts {\n        key\n        title\n        unit\n        value\n        n\n        category\n        answer\n        score\n        industryMean\n      }\n    }\n  }\n': typeof types.QuickCheckScoreDocument
  '\n  query Benchmarks {\n    benchmarks {\n      edition\n      source {\n        report\n        publisher\n        year\n        url\n        place\n        verified\n      }\n      clusters {\n        name\n        bands {\n          key\n          text\n        }\n      }\n    }\n  }\n': typeof types.BenchmarksDocument
  '\n  query Pipeline {\n    pipelineStatus {\n      events\n      pendingDeliveries\n      deadDeliveries\n      refusedDeliveries\n      pendingServices\n      lagSeconds\n      firstEventAt\n      lastEventAt\n    }\n  }\n': typeof types.PipelineDocument
  '\n  query TelemetrySources {\n    telemetrySources {\n      source\n      points\n      stored\n      refused\n      series\n      lastAt\n      lastReadingAt\n      refusals {\n        reason\n        count\n        lastAt\n        example\n      }\n    }\n  }\n': typeof types.TelemetrySourcesDocument
  '\n  query Deliveries($filter: DeliveryFilter, $first: Int, $after: String) {\n    deliveries(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          integration\n          source\n          receivedAt\n          state\n          attempts\n          size\n          outcome\n          error\n        }\n      }\n    }\n  }\n': typeof types.DeliveriesDocument
  '\n  query Delivery($id: ID!) {\n    delivery(id: $id) {\n      id\n      integration\n      source\n      deliveryId\n      receivedAt\n      processedAt\n      state\n      attempts\n      size\n      outcome\n      error\n      body\n      headers\n      events {\n        id\n        source\n        type\n      }\n    }\n  }\n': typeof types.DeliveryDocument
  '\n  query Connections {\n    connections {\n      integration\n      source\n      open\n      hasSecret\n      url\n      setup\n      settings\n      lastDeliveryAt\n    }\n    integrations {\n      id\n      title\n      documentationUrl\n      documentationVersion\n    }\n  }\n': typeof types.ConnectionsDocument
  '\n  mutation ReplayDelivery($id: ID!) {\n    replayDelivery(id: $id) {\n      id\n      state\n      outcome\n      error\n      attempts\n    }\n  }\n': typeof types.ReplayDeliveryDocument
  '\n  mutation ReplayDeadDeliveries($integration: String) {\n    replayDeadDeliveries(integration: $integration)\n  }\n': typeof types.ReplayDeadDeliveriesDocument
  '\n  mutation SaveConnection($input: SaveConnectionInput!) {\n    saveConnection(input: $input) {\n      integration\n      source\n      url\n      setup\n    }\n  }\n': typeof types.SaveConnectionDocument
  '\n  mutation RemoveConnection($integration: String!, $source: String!) {\n    removeConnection(integration: $integration, source: $source)\n  }\n': typeof types.RemoveConnectionDocument
  '\n  query Digests {\n    digests {\n      id\n      name\n      view\n      state\n      measures\n      weekday\n      hour\n      timeZone\n      url\n      enabled\n      nextAt\n      lastSentAt\n      lastError\n      deliveries(first: 5) {\n        id\n        from\n        to\n        byHand\n        state\n        attempts\n        status\n        reason\n        nextTryAt\n        finishedAt\n      }\n    }\n  }\n': typeof types.DigestsDocument
  '\n  query DigestViews {\n    savedViews {\n      id\n      name\n    }\n  }\n': typeof types.DigestViewsDocument
  '\n  query PreviewDigest($input: DigestPreviewInput!) {\n    previewDigest(input: $input) {\n      from\n      to\n      html\n    }\n  }\n': typeof types.PreviewDigestDocument
  '\n  mutation SaveDigest($id: ID, $input: DigestInput!, $newSecret: Boolean!) {\n    saveDigest(id: $id, input: $input, newSecret: $newSecret) {\n      secret\n      digest {\n        id\n      }\n    }\n  }\n': typeof types.SaveDigestDocument
  '\n  mutation DeleteDigest($id: ID!) {\n    deleteDigest(id: $id)\n  }\n': typeof types.DeleteDigestDocument
  '\n  mutation SendDigestNow($id: ID!) {\n    sendDigestNow(id: $id) {\n      id\n      state\n      status\n      reason\n    }\n  }\n': typeof types.SendDigestNowDocument
  '\n  query Evidence(\n    $keys: [MetricKey!]!\n    $scope: ScopeInput\n    $window: WindowInput!\n    $groupBy: [Dimension!]\n    $options: MetricOptionsInput\n    $state: EvidenceState\n    $first: Int\n    $after: String\n  ) {\n    metrics(keys: $keys, scope: $scope, window: $window, groupBy: $groupBy, options: $options) {\n      key\n      definition {\n        ...Definition\n      }\n      groups {\n        dimensions {\n          dimension\n          value\n        }\n        total {\n          ...Measured\n          level {\n            name\n            edition\n            nearest\n          }\n          stats {\n            name\n            value\n          }\n          evidence(state: $state, first: $first, after: $after) {\n            totalCount\n            pageInfo {\n              hasNextPage\n              endCursor\n            }\n            edges {\n              node {\n                kind\n                id\n                title\n                at\n                service\n                environment\n                state\n                value\n                releaseId\n                fields {\n                  name\n                  value\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n': typeof types.EvidenceDocument
  '\n  query Measures(\n    $keys: [MetricKey!]!\n    $scope: ScopeInput\n    $window: WindowInput!\n    $interval: Interval\n    $compare: Boolean\n    $options: MetricOptionsInput\n  ) {\n    metrics(keys: $keys, scope: $scope, window: $window, interval: $interval, compare: $compare, options: $options) {\n      key\n      definition {\n        title\n        unit\n        direction\n        summary\n        stats {\n          name\n          title\n          unit\n        }\n        targets {\n          label\n          low\n          high\n        }\n      }\n      groups {\n        total {\n          ...Measured\n          level {\n            name\n            edition\n            nearest\n          }\n          stats {\n            name\n            value\n          }\n        }\n        previous {\n          value\n          n\n        }\n        series {\n          ...Bucket\n        }\n      }\n    }\n  }\n': typeof types.MeasuresDocument
  '\n  query GroupedMeasures($keys: [MetricKey!]!, $scope: ScopeInput, $window: WindowInput!, $groupBy: [Dimension!], $options: MetricOptionsInput) {\n    metrics(keys: $keys, scope: $scope, window: $window, groupBy: $groupBy, options: $options) {\n      key\n      definition {\n        title\n        unit\n        direction\n      }\n      groups {\n        dimensions {\n          dimension\n          value\n        }\n        total {\n          ...Measured\n        }\n      }\n    }\n  }\n': typeof types.GroupedMeasuresDocument
  '\n  query IncidentMarks($filter: IncidentFilter) {\n    incidents(filter: $filter, first: 100) {\n      totalCount\n      edges {\n        node {\n          id\n          title\n          severity\n          startedAt\n          detectedAt\n          services\n        }\n      }\n    }\n  }\n': typeof types.IncidentMarksDocument
  '\n  query KnownAnswers {\n    knownAnswers {\n      key\n      title\n      of\n      unit\n      expected\n      because\n      from\n      to\n      service\n    }\n  }\n': typeof types.KnownAnswersDocument
  '\n  query KnownActuals($keys: [MetricKey!]!, $scope: ScopeInput, $window: WindowInput!) {\n    metrics(keys: $keys, scope: $scope, window: $window) {\n      key\n      groups {\n        total {\n          value\n          n\n          low\n          high\n          excluded {\n            reason\n            count\n          }\n          stats {\n            name\n            value\n          }\n        }\n      }\n    }\n  }\n': typeof types.KnownActualsDocument
  '\n  query FilterChoices {\n    teams(first: 100) {\n      edges {\n        node {\n          id\n          title\n        }\n      }\n    }\n    environments {\n      id\n      production\n    }\n  }\n': typeof types.FilterChoicesDocument
  '\n  query ServiceChoices($filter: ServiceFilter) {\n    services(filter: $filter, first: 50) {\n      totalCount\n      edges {\n        node {\n          id\n          title\n        }\n      }\n    }\n  }\n': typeof types.ServiceChoicesDocument
  '\n  query ProfileChoices {\n    workspace {\n      profile\n    }\n    metricProfiles {\n      name\n      title\n      summary\n      follows {\n        title\n        url\n        dated\n      }\n    }\n  }\n': typeof types.ProfileChoicesDocument
  '\n  query Findings($kinds: [FindingKind!], $first: Int, $after: String) {\n    findings(kinds: $kinds, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          kind\n          code\n          title\n          detail\n          nextStep\n          since\n          service\n          environment\n          release\n          evidence {\n            label\n            value\n            at\n          }\n        }\n      }\n    }\n  }\n': typeof types.FindingsDocument
  '\n  query FindingRules {\n    findingRules {\n      kind\n      code\n      title\n      description\n    }\n  }\n': typeof types.FindingRulesDocument
  '\n  fragment IncidentRow on Incident {\n    id\n    title\n    services\n    environment\n    severity\n    status\n    startedAt\n    detectedAt\n    acknowledgedAt\n    mitigatedAt\n    mitigatedBy\n    resolvedAt\n    url\n    attribution {\n      deployment\n      releaseId\n      method\n      confidence\n      reason\n    }\n    contradictions {\n      field\n      kept\n      dropped\n      source\n    }\n    parts {\n      source\n      incident\n    }\n  }\n': typeof types.IncidentRowFragmentDoc
  '\n  query Incidents($filter: IncidentFilter, $first: Int, $after: String) {\n    incidents(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          ...IncidentRow\n        }\n      }\n    }\n  }\n': typeof types.IncidentsDocument
  '\n  query MappedIntegrations {\n    mappedIntegrations {\n      id\n      title\n      presets\n      eventTypes\n    }\n    connections {\n      integration\n      source\n      open\n      settings\n    }\n  }\n': typeof types.MappedIntegrationsDocument
  '\n  query PreviewMapping($input: PreviewMappingInput!) {\n    previewMapping(input: $input) {\n      rules {\n        type\n        matched\n        events\n        problems {\n          path\n          expression\n          position\n          message\n          value\n        }\n      }\n      problems {\n        path\n        message\n      }\n    }\n  }\n': typeof types.PreviewMappingDocument
  '\n  query ApiAccesses {\n    apiAccesses {\n      integration\n      source\n      apiUrl\n      host\n      savedAt\n    }\n  }\n': typeof types.ApiAccessesDocument
  '\n  mutation SaveApiAccess($input: SaveApiAccessInput!) {\n    saveApiAccess(input: $input) {\n      source\n    }\n  }\n': typeof types.SaveApiAccessDocument
  '\n  mutation RemoveApiAccess($integration: String!, $source: String!) {\n    removeApiAccess(integration: $integration, source: $source)\n  }\n': typeof types.RemoveApiAccessDocument
  '\n  query RangeLookups($state: RangeLookupState, $first: Int) {\n    rangeLookups(state: $state, first: $first) {\n      id\n      repository\n      baseCommit\n      headCommit\n      service\n      state\n      attempts\n      reason\n      askedAt\n    }\n  }\n': typeof types.RangeLookupsDocument
  '\n  mutation RetryRangeLookup($id: ID!) {\n    retryRangeLookup(id: $id)\n  }\n': typeof types.RetryRangeLookupDocument
  '\n  query Releases($filter: ReleaseFilter, $first: Int, $after: String) {\n    releases(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          service\n          version\n          firstDeployedAt\n          latestDeployedAt\n          environments\n          status\n          failed\n        }\n      }\n    }\n  }\n': typeof types.ReleasesDocument
  '\n  fragment EffectSideNumbers on EffectSide {\n    from\n    to\n    good\n    total\n    badRatio\n    value\n    quantiles {\n      name\n      value\n    }\n    costPerRequest\n  }\n': typeof types.EffectSideNumbersFragmentDoc
  '\n  fragment ReleaseEffectRow on ReleaseEffect {\n    indicator\n    unit\n    part\n    partName\n    before {\n      ...EffectSideNumbers\n    }\n    after {\n      ...EffectSideNumbers\n    }\n    expectedBadRatio\n    change\n    pValue\n    seasonalWeeks\n    seasonalRatio\n    dispersion\n    settled\n    regressed\n    objectives\n    objectivesMet\n  }\n': typeof types.ReleaseEffectRowFragmentDoc
  '\n  fragment ReleaseDeployment on Deployment {\n    id\n    service\n    environment\n    production\n    regions\n    version\n    commit\n    repository\n    artifactDigest\n    outcome\n    kind\n    kindReason\n    trigger\n    actor\n    url\n    startedAt\n    fullTrafficAt\n    finishedAt\n    receivedAt\n    previousVersion\n    changeSource\n    changeCount\n    failed\n    failureReasons\n    rolledBackBy\n    blindSpots\n    effects {\n      ...ReleaseEffectRow\n    }\n    parts {\n      source\n      deployment\n    }\n    contradictions {\n      field\n      kept\n      dropped\n      source\n    }\n    stages {\n      name\n      index\n      trafficPercent\n      status\n      at\n    }\n  }\n': typeof types.ReleaseDeploymentFragmentDoc
  '\n  query Release($id: ID!) {\n    release(id: $id) {\n      id\n      service\n      version\n      firstDeployedAt\n      latestDeployedAt\n      environments\n      status\n      failed\n      deployments {\n        ...ReleaseDeployment\n      }\n      incidents {\n        ...IncidentRow\n      }\n      approvals {\n        id\n        service\n        environment\n        group\n        risk\n        requestedBy\n        requestedAt\n        decidedAt\n        withdrawnAt\n        decision\n        decidedBy\n        automated\n      }\n      artifacts {\n        digest\n        name\n        version\n        commit\n        repository\n        buildUrl\n        builder\n        publishedAt\n        promotions {\n          from\n          to\n          by\n          at\n        }\n        provenance {\n          field\n          state\n        }\n      }\n      timeline {\n        at\n        type\n        title\n        detail\n        source\n        eventId\n        environment\n        url\n      }\n    }\n  }\n': typeof types.ReleaseDocument
  '\n  query ReleaseChanges($id: ID!, $first: Int, $after: String) {\n    release(id: $id) {\n      changes(first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            id\n            repository\n            sha\n            committedAt\n            authoredAt\n            author\n            title\n            pullRequest\n            url\n            leadTimeSeconds\n            state\n          }\n        }\n      }\n    }\n  }\n': typeof types.ReleaseChangesDocument
  '\n  query BadgeChoices {\n    workspace {\n      publicBadges\n    }\n    metricDefinitions {\n      key\n      title\n    }\n  }\n': typeof types.BadgeChoicesDocument
  '\n  query ServiceDeclaration($name: String!) {\n    declarations(kinds: [SERVICE], names: [$name]) {\n      spec\n    }\n    services(filter: { search: $name }, first: 50) {\n      edges {\n        node {\n          id\n          title\n          team\n          tier\n          repository\n          owner\n          runbookUrl\n          aliases\n          dependsOn\n          slis\n        }\n      }\n    }\n  }\n': typeof types.ServiceDeclarationDocument
  '\n  mutation DeclareService($name: String!, $input: ServiceInput!) {\n    declareService(name: $name, input: $input) {\n      changed\n    }\n  }\n': typeof types.DeclareServiceDocument
  '\n  mutation WithdrawService($name: String!) {\n    withdrawService(name: $name)\n  }\n': typeof types.WithdrawServiceDocument
  '\n  query IndicatorHistory($service: String!, $from: DateTime!, $to: DateTime!) {\n    indicatorHistory(service: $service, from: $from, to: $to) {\n      indicator\n      displayName\n      unit\n      environment\n      stepSeconds\n      distribution {\n        above\n        upTo\n        count\n      }\n      points {\n        at\n        good\n        total\n        goodRatio\n        value\n        quantiles {\n          name\n          value\n        }\n      }\n    }\n    deployments(filter: { services: [$service], from: $from, to: $to }, first: 200) {\n      edges {\n        node {\n          id\n          version\n          production\n          startedAt\n          finishedAt\n          fullTrafficAt\n        }\n      }\n    }\n    slos(filter: { services: [$service] }, first: 50) {\n      edges {\n        node {\n          name\n          displayName\n          objectives {\n            indicator\n            target\n            value\n            attainment\n          }\n        }\n      }\n    }\n  }\n': typeof types.IndicatorHistoryDocument
  '\n  query Services($filter: ServiceFilter, $first: Int, $after: String) {\n    services(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          title\n          team\n          tier\n          aliases\n          declared\n          environments\n          openIncidents\n          lastDeployment {\n            id\n            releaseId\n            version\n            outcome\n            startedAt\n            finishedAt\n            receivedAt\n            environment\n          }\n        }\n      }\n    }\n  }\n': typeof types.ServicesDocument
  '\n  query Service($id: String!, $from: DateTime, $to: DateTime) {\n    services(filter: { search: $id }, first: 50) {\n      edges {\n        node {\n          id\n          title\n          team\n          tier\n          repository\n          owner\n          runbookUrl\n          aliases\n          declared\n          environments\n          openIncidents\n        }\n      }\n    }\n    deployments(filter: { services: [$id], from: $from, to: $to }, first: 20) {\n      totalCount\n      edges {\n        node {\n          id\n          releaseId\n          environment\n          version\n          outcome\n          kind\n          kindReason\n          trigger\n          failed\n          failureReasons\n          startedAt\n          finishedAt\n          receivedAt\n          changeCount\n        }\n      }\n    }\n    incidents(filter: { services: [$id], from: $from, to: $to }, first: 20) {\n      totalCount\n      edges {\n        node {\n          ...IncidentRow\n        }\n      }\n    }\n  }\n': typeof types.ServiceDocument
  '\n  query UndeclaredServices($first: Int, $after: String) {\n    undeclaredServices(first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          environments\n          repository\n          lastEventAt\n          likelyTeam\n        }\n      }\n    }\n  }\n': typeof types.UndeclaredServicesDocument
  '\n  mutation ClaimService($name: String!, $team: String!, $tier: String) {\n    claimService(name: $name, team: $team, tier: $tier) {\n      changed\n    }\n  }\n': typeof types.ClaimServiceDocument
  '\n  query Tokens {\n    tokens {\n      id\n      name\n      scopes\n      teams\n      createdAt\n      expiresAt\n      revokedAt\n      lastUsedAt\n    }\n  }\n': typeof types.TokensDocument
  '\n  query People {\n    people {\n      id\n      login\n      displayName\n      role\n    }\n  }\n': typeof types.PeopleDocument
  '\n  mutation CreateToken($name: String!, $scopes: [TokenScope!]!, $teams: [String!], $expiresAt: DateTime) {\n    createToken(name: $name, scopes: $scopes, teams: $teams, expiresAt: $expiresAt) {\n      secret\n      token {\n        id\n        name\n      }\n    }\n  }\n': typeof types.CreateTokenDocument
  '\n  mutation RevokeToken($id: ID!) {\n    revokeToken(id: $id) {\n      id\n      revokedAt\n    }\n  }\n': typeof types.RevokeTokenDocument
  '\n  mutation CreateSignInLink($login: String!, $role: Role!) {\n    createSignInLink(login: $login, role: $role)\n  }\n': typeof types.CreateSignInLinkDocument
  '\n  query WorkspaceRules {\n    workspace {\n      profile\n      options {\n        name\n        value\n      }\n      timeZone\n      weekStart\n      attributionWindowHours\n      mergeSlackMinutes\n      incidentMergeMinutes\n      productionPatterns\n      calendar\n      ownership\n      requiredProvenance {\n        default\n        byTier {\n          tier\n          fields\n        }\n      }\n      ignoredAuthors\n      publicBadges\n      hotfix {\n        labels\n        branches\n        tags\n      }\n    }\n    metricProfiles {\n      name\n      title\n    }\n    calendars {\n      id\n    }\n  }\n': typeof types.WorkspaceRulesDocument
  '\n  query MeasureTargets {\n    metricDefinitions {\n      key\n      title\n      unit\n      targets {\n        low\n        high\n      }\n      ownTargets {\n        low\n        high\n      }\n    }\n  }\n': typeof types.MeasureTargetsDocument
  '\n  query Catalogue {\n    environments {\n      id\n      production\n      declared\n    }\n    approverGroups {\n      id\n      title\n      members\n      quorum\n      services\n      environments\n      risks\n    }\n    calendars {\n      id\n      timeZone\n      days\n      from\n      to\n      holidays\n    }\n  }\n': typeof types.CatalogueDocument
  '\n  query CatalogueTeams($first: Int, $after: String) {\n    teams(first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          title\n          members\n          declared\n        }\n      }\n    }\n  }\n': typeof types.CatalogueTeamsDocument
  '\n  mutation UpdateWorkspace($input: WorkspaceInput!) {\n    updateWorkspace(input: $input) {\n      profile\n    }\n  }\n': typeof types.UpdateWorkspaceDocument
  '\n  mutation PutTeam($name: String!, $input: TeamInput!) {\n    putTeam(name: $name, input: $input) {\n      changed\n    }\n  }\n': typeof types.PutTeamDocument
  '\n  mutation DeleteTeam($name: String!) {\n    deleteTeam(name: $name)\n  }\n': typeof types.DeleteTeamDocument
  '\n  mutation PutEnvironment($name: String!, $production: Boolean!) {\n    putEnvironment(name: $name, production: $production) {\n      changed\n    }\n  }\n': typeof types.PutEnvironmentDocument
  '\n  mutation DeleteEnvironment($name: String!) {\n    deleteEnvironment(name: $name)\n  }\n': typeof types.DeleteEnvironmentDocument
  '\n  mutation PutApproverGroup($name: String!, $input: ApproverGroupInput!) {\n    putApproverGroup(name: $name, input: $input) {\n      changed\n    }\n  }\n': typeof types.PutApproverGroupDocument
  '\n  mutation DeleteApproverGroup($name: String!) {\n    deleteApproverGroup(name: $name)\n  }\n': typeof types.DeleteApproverGroupDocument
  '\n  mutation PutCalendar($name: String!, $input: BusinessCalendarInput!) {\n    putCalendar(name: $name, input: $input) {\n      changed\n    }\n  }\n': typeof types.PutCalendarDocument
  '\n  mutation DeleteCalendar($name: String!) {\n    deleteCalendar(name: $name)\n  }\n': typeof types.DeleteCalendarDocument
  '\n  query Viewer {\n    viewer {\n      login\n      role\n      scopes\n      demo\n      version\n    }\n  }\n': typeof types.ViewerDocument
  '\n  query BurnPreview($slo: ID!, $objective: Int, $rules: [BurnRuleInput!]) {\n    burnPreview(slo: $slo, objective: $objective, rules: $rules) {\n      from\n      to\n      pages\n      tickets\n      firings {\n        severity\n        longSeconds\n        shortSeconds\n        factor\n        from\n        to\n        burn\n      }\n    }\n  }\n': typeof types.BurnPreviewDocument
  '\n  query SuggestObjective($service: String!, $indicator: String!, $op: Comparison, $value: Float) {\n    suggestObjective(service: $service, indicator: $indicator, op: $op, value: $value) {\n      target\n      reasons\n      thresholds {\n        share\n        value\n      }\n    }\n  }\n': typeof types.SuggestObjectiveDocument
  '\n  fragment ObjectiveStatus on Objective {\n    indicator\n    weight\n    target\n    op\n    value\n    timeSliceTarget\n    timeSliceSeconds\n    good\n    total\n    attainment\n    budgetLeft\n    exhaustsAt\n    dataFrom\n    dataTo\n    burns {\n      seconds\n      burn\n    }\n    rules {\n      severity\n      longSeconds\n      shortSeconds\n      factor\n      burning\n      reachable\n    }\n  }\n': typeof types.ObjectiveStatusFragmentDoc
  '\n  fragment CompositeStatus on Composite {\n    target\n    attainment\n    budgetLeft\n    exhaustsAt\n    burns {\n      seconds\n      burn\n    }\n    rules {\n      severity\n      longSeconds\n      shortSeconds\n      factor\n      burning\n      reachable\n    }\n  }\n': typeof types.CompositeStatusFragmentDoc
  '\n  query Slos($filter: SloFilter, $first: Int, $after: String) {\n    slos(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          name\n          displayName\n          service\n          windowSeconds\n          budgetingMethod\n          at\n          objectives {\n            ...ObjectiveStatus\n          }\n          composite {\n            ...CompositeStatus\n          }\n        }\n      }\n    }\n  }\n': typeof types.SlosDocument
  '\n  query Slo($name: ID!) {\n    slo(name: $name) {\n      name\n      displayName\n      description\n      service\n      windowSeconds\n      budgetingMethod\n      at\n      from\n      objectives {\n        ...ObjectiveStatus\n        history {\n          from\n          good\n          total\n        }\n      }\n      composite {\n        ...CompositeStatus\n      }\n      alertPolicies {\n        name\n        displayName\n        description\n        severity\n        threshold\n        lookbackSeconds\n        alertAfterSeconds\n        whenBreaching\n        whenResolved\n        whenNoData\n        targets {\n          name\n          target\n        }\n      }\n    }\n  }\n': typeof types.SloDocument
  '\n  query SloReleases($service: String!, $from: DateTime!, $to: DateTime!) {\n    deployments(filter: { services: [$service], from: $from, to: $to, outcomes: ["succeeded", "failed", "rolled_back"] }, first: 200) {\n      edges {\n        node {\n          id\n          version\n          releaseId\n          environment\n          outcome\n          finishedAt\n          startedAt\n        }\n      }\n    }\n  }\n': typeof types.SloReleasesDocument
  '\n  fragment Selector on MetricSelector {\n    metric\n    matchers {\n      label\n      op\n      value\n    }\n  }\n': typeof types.SelectorFragmentDoc
  '\n  query Indicators {\n    indicators {\n      name\n      displayName\n      description\n      service\n      unit\n      kind\n      threshold\n      good {\n        ...Selector\n      }\n      bad {\n        ...Selector\n      }\n      total {\n        ...Selector\n      }\n      histogram {\n        ...Selector\n      }\n      value {\n        ...Selector\n      }\n      labels {\n        service\n        environment\n        version\n        cohort\n        region\n      }\n    }\n  }\n': typeof types.IndicatorsDocument
  '\n  query KnownIndicators {\n    indicators {\n      name\n    }\n    keptIndicators\n  }\n': typeof types.KnownIndicatorsDocument
  '\n  mutation DeleteSlo($name: ID!) {\n    deleteSlo(name: $name)\n  }\n': typeof types.DeleteSloDocument
  '\n  mutation DeleteIndicator($name: ID!) {\n    deleteIndicator(name: $name)\n  }\n': typeof types.DeleteIndicatorDocument
  '\n  mutation SaveSlo($input: SloInput!) {\n    saveSlo(input: $input) {\n      name\n    }\n  }\n': typeof types.SaveSloDocument
  '\n  mutation SaveIndicator($input: IndicatorInput!) {\n    saveIndicator(input: $input) {\n      name\n    }\n  }\n': typeof types.SaveIndicatorDocument
  '\n  query TryIndicator($input: IndicatorInput!) {\n    tryIndicator(input: $input) {\n      matched\n      looked\n      series {\n        service\n        environment\n        version\n        series {\n          source\n          metric\n          labels {\n            name\n            value\n          }\n        }\n      }\n    }\n  }\n': typeof types.TryIndicatorDocument
  '\n  query SavedViews {\n    savedViews {\n      id\n      name\n      description\n      page\n      state\n      owner\n      visibility\n      isDefault\n      mine\n    }\n  }\n': typeof types.SavedViewsDocument
  '\n  mutation SaveView($input: SavedViewInput!) {\n    saveView(input: $input) {\n      id\n    }\n  }\n': typeof types.SaveViewDocument
  '\n  mutation UpdateView($id: ID!, $input: SavedViewChangeInput!) {\n    updateView(id: $id, input: $input) {\n      id\n    }\n  }\n': typeof types.UpdateViewDocument
  '\n  mutation DeleteView($id: ID!) {\n    deleteView(id: $id)\n  }\n': typeof types.DeleteViewDocument
  '\n  mutation SetDefaultView($page: String!, $view: ID) {\n    setDefaultView(page: $page, view: $view)\n  }\n': typeof types.SetDefaultViewDocument
  '\n  query ShareLinks($view: ID!) {\n    shareLinks(view: $view) {\n      id\n      createdBy\n      expiresAt\n      revokedAt\n      lastUsedAt\n    }\n  }\n': typeof types.ShareLinksDocument
  '\n  mutation CreateShareLink($view: ID!, $expiresInDays: Int!) {\n    createShareLink(view: $view, expiresInDays: $expiresInDays) {\n      url\n    }\n  }\n': typeof types.CreateShareLinkDocument
  '\n  mutation RevokeShareLink($id: ID!) {\n    revokeShareLink(id: $id) {\n      id\n    }\n  }\n': typeof types.RevokeShareLinkDocument
  '\n  fragment Measured on MetricValue {\n    value\n    unit\n    n\n    low\n    high\n    coverage\n    excluded {\n      reason\n      count\n      description\n    }\n  }\n': typeof types.MeasuredFragmentDoc
  '\n  fragment Bucket on MetricBucket {\n    from\n    to\n    partial\n    immature\n    value {\n      ...Measured\n    }\n  }\n': typeof types.BucketFragmentDoc
  '\n  fragment Definition on MetricDefinition {\n    key\n    title\n    unit\n    direction\n    version\n    summary\n    formula\n    population\n    anchor\n    interval\n    exclusions {\n      reason\n      description\n    }\n    options {\n      name\n      value\n      description\n    }\n    stats {\n      name\n      title\n      unit\n    }\n    targets {\n      label\n      low\n      high\n    }\n    evidenceColumns {\n      name\n      title\n    }\n  }\n': typeof types.DefinitionFragmentDoc
}
const documents: Documents = {
  '\n  query Alerts($filter: AlertFilter, $first: Int, $after: String) {\n    alerts(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          rule\n          source\n          url\n          severity\n          state\n          title\n          summary\n          service\n          environment\n          slo\n          release\n          version\n          team\n          runbookUrl\n          pendingSince\n          firedAt\n          acknowledgedAt\n          acknowledgedBy\n          resolvedAt\n          messages {\n            id\n            route\n            status\n            state\n            reason\n            earlier {\n              at\n              state\n              reason\n            }\n            attempts\n            mayRepeat\n            error\n            nextTryAt\n            finishedAt\n          }\n        }\n      }\n    }\n  }\n':
    types.AlertsDocument,
  '\n  query AlertRules {\n    alertRules {\n      id\n      title\n      description\n      hasPreview\n    }\n  }\n': types.AlertRulesDocument,
  '\n  query AlertPreview($rule: ID!) {\n    alertPreview(rule: $rule) {\n      pages\n      tickets\n      firings {\n        severity\n        service\n        title\n        from\n        to\n      }\n    }\n  }\n':
    types.AlertPreviewDocument,
  '\n  query AlertThresholds {\n    workspace {\n      alertSilentMinutes\n      alertStageMinutes\n      alertApprovalHours\n      alertGuardFactor\n    }\n  }\n':
    types.AlertThresholdsDocument,
  '\n  mutation AcknowledgeAlert($id: ID!) {\n    acknowledgeAlert(id: $id) {\n      id\n    }\n  }\n': types.AcknowledgeAlertDocument,
  '\n  query AlertRoutes {\n    alertRoutes {\n      id\n      name\n      kind\n      fields {\n        name\n        value\n        set\n      }\n      severities\n      teams\n      mostPerHour\n      quiet {\n        fromHour\n        toHour\n        timeZone\n      }\n      fallback\n      enabled\n      undelivered\n    }\n    alertRouteKinds {\n      id\n      title\n      deduplicates\n      fields {\n        name\n        title\n        secret\n        required\n        example\n      }\n    }\n  }\n':
    types.AlertRoutesDocument,
  '\n  mutation SaveAlertRoute($id: ID, $input: AlertRouteInput!) {\n    saveAlertRoute(id: $id, input: $input) {\n      id\n    }\n  }\n':
    types.SaveAlertRouteDocument,
  '\n  mutation DeleteAlertRoute($id: ID!) {\n    deleteAlertRoute(id: $id)\n  }\n': types.DeleteAlertRouteDocument,
  '\n  mutation TestAlertRoute($id: ID!) {\n    testAlertRoute(id: $id) {\n      ok\n      message\n    }\n  }\n': types.TestAlertRouteDocument,
  '\n  query AttestationTrust {\n    attestationTrust {\n      version\n      identities {\n        issuer\n        identity\n        repositories\n      }\n      publicKeys {\n        id\n        pem\n        repositories\n      }\n      trustedRoot\n      sources {\n        source\n        senders\n      }\n      kinds {\n        predicateType\n        kind\n      }\n    }\n  }\n':
    types.AttestationTrustDocument,
  '\n  mutation SetAttestationTrust($input: AttestationTrustInput!) {\n    setAttestationTrust(input: $input) {\n      version\n    }\n  }\n':
    types.SetAttestationTrustDocument,
  '\n  query UnmatchedAttestations($first: Int, $after: String) {\n    unmatchedAttestations(first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          digest\n          kind\n          status\n          reason\n          identity\n          issuer\n          source\n          at\n        }\n      }\n    }\n  }\n':
    types.UnmatchedAttestationsDocument,
  '\n  query AuditLog($first: Int, $after: String) {\n    auditLog(first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          sequence\n          at\n          actor\n          action\n          subject\n          details\n          hash\n        }\n      }\n    }\n  }\n':
    types.AuditLogDocument,
  '\n  query AuditVerification {\n    verifyAudit {\n      ok\n      entries\n      brokenAt\n    }\n  }\n': types.AuditVerificationDocument,
  '\n  query Contradictions($filter: ContradictedFilter, $first: Int, $after: String) {\n    contradictions(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          kind\n          fact\n          service\n          environment\n          releaseId\n          at\n          field\n          kept\n          dropped\n          source\n        }\n      }\n    }\n  }\n':
    types.ContradictionsDocument,
  '\n  query Corrections($kind: CorrectedKind!, $fact: ID!) {\n    corrections(kind: $kind, fact: $fact) {\n      id\n      at\n      by\n      fact\n      service\n      environment\n      fields\n      reason\n    }\n  }\n':
    types.CorrectionsDocument,
  '\n  query IncidentParts($id: ID!) {\n    incidentParts(id: $id) {\n      id\n      title\n      sources\n    }\n  }\n':
    types.IncidentPartsDocument,
  '\n  mutation CorrectFact($input: CorrectionInput!) {\n    correctFact(input: $input) {\n      id\n    }\n  }\n': types.CorrectFactDocument,
  '\n  query BlamableDeployments($filter: DeploymentFilter) {\n    deployments(filter: $filter, first: 100) {\n      edges {\n        node {\n          id\n          service\n          environment\n          version\n          startedAt\n          finishedAt\n          receivedAt\n        }\n      }\n    }\n  }\n':
    types.BlamableDeploymentsDocument,
  '\n  mutation RenameService($from: String!, $to: String!, $reason: String!) {\n    renameService(from: $from, to: $to, reason: $reason) {\n      changed\n    }\n  }\n':
    types.RenameServiceDocument,
  '\n  query IncidentMergePreview($service: String!, $minutes: Float) {\n    incidentMergePreview(service: $service, minutes: $minutes) {\n      incidentsNow\n      incidents\n      joined {\n        id\n        title\n        environment\n        status\n        detectedAt\n        newlyJoined\n        parts {\n          source\n          incident\n        }\n      }\n    }\n  }\n':
    types.IncidentMergePreviewDocument,
  '\n  query MergePreview($service: String!, $slackMinutes: Float, $sourceOfRecord: String) {\n    mergePreview(service: $service, slackMinutes: $slackMinutes, sourceOfRecord: $sourceOfRecord) {\n      rolloutsNow\n      rollouts\n      joined {\n        id\n        environment\n        version\n        startedAt\n        outcome\n        newlyJoined\n        parts {\n          source\n          deployment\n        }\n      }\n    }\n  }\n':
    types.MergePreviewDocument,
  '\n  query Definitions($options: MetricOptionsInput) {\n    metricDefinitions(options: $options) {\n      ...Definition\n    }\n    ownDefault: metricDefinitions(options: { profile: "default" }) {\n      key\n      options {\n        name\n        value\n      }\n    }\n  }\n':
    types.DefinitionsDocument,
  '\n  query ProfileComparisons($keys: [MetricKey!]!, $scope: ScopeInput, $window: WindowInput!, $options: MetricOptionsInput) {\n    metrics(keys: $keys, scope: $scope, window: $window, options: $options) {\n      key\n      groups {\n        total {\n          ...Measured\n        }\n      }\n    }\n    compareProfiles(keys: $keys, scope: $scope, window: $window) {\n      key\n      definition {\n        title\n        unit\n      }\n      values {\n        profile\n        value {\n          ...Measured\n        }\n      }\n    }\n  }\n':
    types.ProfileComparisonsDocument,
  '\n  query ProfileDifferences(\n    $key: MetricKey!\n    $scope: ScopeInput\n    $window: WindowInput!\n    $left: String!\n    $right: String!\n    $leftOptions: MetricOptionsInput\n    $first: Int\n    $after: String\n  ) {\n    profileDifference(\n      key: $key\n      scope: $scope\n      window: $window\n      left: $left\n      right: $right\n      leftOptions: $leftOptions\n      first: $first\n      after: $after\n    ) {\n      left {\n        definition {\n          title\n        }\n        value {\n          ...Measured\n        }\n      }\n      right {\n        value {\n          ...Measured\n        }\n      }\n      options {\n        name\n        description\n        left\n        right\n      }\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          kind\n          id\n          title\n          at\n          service\n          environment\n          releaseId\n          reason\n        }\n      }\n    }\n  }\n':
    types.ProfileDifferencesDocument,
  '\n  query QuickCheckScore($scope: ScopeInput, $window: WindowInput!, $edition: String, $options: MetricOptionsInput) {\n    quickCheck(scope: $scope, window: $window, edition: $edition, options: $options) {\n      edition\n      score\n      scored\n      industryMean\n      source {\n        report\n        url\n        verified\n      }\n      parts {\n        key\n        title\n        unit\n        value\n        n\n        category\n        answer\n        score\n        industryMean\n      }\n    }\n  }\n':
    types.QuickCheckScoreDocument,
  '\n  query Benchmarks {\n    benchmarks {\n      edition\n      source {\n        report\n        publisher\n        year\n        url\n        place\n        verified\n      }\n      clusters {\n        name\n        bands {\n          key\n          text\n        }\n      }\n    }\n  }\n':
    types.BenchmarksDocument,
  '\n  query Pipeline {\n    pipelineStatus {\n      events\n      pendingDeliveries\n      deadDeliveries\n      refusedDeliveries\n      pendingServices\n      lagSeconds\n      firstEventAt\n      lastEventAt\n    }\n  }\n':
    types.PipelineDocument,
  '\n  query TelemetrySources {\n    telemetrySources {\n      source\n      points\n      stored\n      refused\n      series\n      lastAt\n      lastReadingAt\n      refusals {\n        reason\n        count\n        lastAt\n        example\n      }\n    }\n  }\n':
    types.TelemetrySourcesDocument,
  '\n  query Deliveries($filter: DeliveryFilter, $first: Int, $after: String) {\n    deliveries(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          integration\n          source\n          receivedAt\n          state\n          attempts\n          size\n          outcome\n          error\n        }\n      }\n    }\n  }\n':
    types.DeliveriesDocument,
  '\n  query Delivery($id: ID!) {\n    delivery(id: $id) {\n      id\n      integration\n      source\n      deliveryId\n      receivedAt\n      processedAt\n      state\n      attempts\n      size\n      outcome\n      error\n      body\n      headers\n      events {\n        id\n        source\n        type\n      }\n    }\n  }\n':
    types.DeliveryDocument,
  '\n  query Connections {\n    connections {\n      integration\n      source\n      open\n      hasSecret\n      url\n      setup\n      settings\n      lastDeliveryAt\n    }\n    integrations {\n      id\n      title\n      documentationUrl\n      documentationVersion\n    }\n  }\n':
    types.ConnectionsDocument,
  '\n  mutation ReplayDelivery($id: ID!) {\n    replayDelivery(id: $id) {\n      id\n      state\n      outcome\n      error\n      attempts\n    }\n  }\n':
    types.ReplayDeliveryDocument,
  '\n  mutation ReplayDeadDeliveries($integration: String) {\n    replayDeadDeliveries(integration: $integration)\n  }\n':
    types.ReplayDeadDeliveriesDocument,
  '\n  mutation SaveConnection($input: SaveConnectionInput!) {\n    saveConnection(input: $input) {\n      integration\n      source\n      url\n      setup\n    }\n  }\n':
    types.SaveConnectionDocument,
  '\n  mutation RemoveConnection($integration: String!, $source: String!) {\n    removeConnection(integration: $integration, source: $source)\n  }\n':
    types.RemoveConnectionDocument,
  '\n  query Digests {\n    digests {\n      id\n      name\n      view\n      state\n      measures\n      weekday\n      hour\n      timeZone\n      url\n      enabled\n      nextAt\n      lastSentAt\n      lastError\n      deliveries(first: 5) {\n        id\n        from\n        to\n        byHand\n        state\n        attempts\n        status\n        reason\n        nextTryAt\n        finishedAt\n      }\n    }\n  }\n':
    types.DigestsDocument,
  '\n  query DigestViews {\n    savedViews {\n      id\n      name\n    }\n  }\n': types.DigestViewsDocument,
  '\n  query PreviewDigest($input: DigestPreviewInput!) {\n    previewDigest(input: $input) {\n      from\n      to\n      html\n    }\n  }\n':
    types.PreviewDigestDocument,
  '\n  mutation SaveDigest($id: ID, $input: DigestInput!, $newSecret: Boolean!) {\n    saveDigest(id: $id, input: $input, newSecret: $newSecret) {\n      secret\n      digest {\n        id\n      }\n    }\n  }\n':
    types.SaveDigestDocument,
  '\n  mutation DeleteDigest($id: ID!) {\n    deleteDigest(id: $id)\n  }\n': types.DeleteDigestDocument,
  '\n  mutation SendDigestNow($id: ID!) {\n    sendDigestNow(id: $id) {\n      id\n      state\n      status\n      reason\n    }\n  }\n':
    types.SendDigestNowDocument,
  '\n  query Evidence(\n    $keys: [MetricKey!]!\n    $scope: ScopeInput\n    $window: WindowInput!\n    $groupBy: [Dimension!]\n    $options: MetricOptionsInput\n    $state: EvidenceState\n    $first: Int\n    $after: String\n  ) {\n    metrics(keys: $keys, scope: $scope, window: $window, groupBy: $groupBy, options: $options) {\n      key\n      definition {\n        ...Definition\n      }\n      groups {\n        dimensions {\n          dimension\n          value\n        }\n        total {\n          ...Measured\n          level {\n            name\n            edition\n            nearest\n          }\n          stats {\n            name\n            value\n          }\n          evidence(state: $state, first: $first, after: $after) {\n            totalCount\n            pageInfo {\n              hasNextPage\n              endCursor\n            }\n            edges {\n              node {\n                kind\n                id\n                title\n                at\n                service\n                environment\n                state\n                value\n                releaseId\n                fields {\n                  name\n                  value\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n':
    types.EvidenceDocument,
  '\n  query Measures(\n    $keys: [MetricKey!]!\n    $scope: ScopeInput\n    $window: WindowInput!\n    $interval: Interval\n    $compare: Boolean\n    $options: MetricOptionsInput\n  ) {\n    metrics(keys: $keys, scope: $scope, window: $window, interval: $interval, compare: $compare, options: $options) {\n      key\n      definition {\n        title\n        unit\n        direction\n        summary\n        stats {\n          name\n          title\n          unit\n        }\n        targets {\n          label\n          low\n          high\n        }\n      }\n      groups {\n        total {\n          ...Measured\n          level {\n            name\n            edition\n            nearest\n          }\n          stats {\n            name\n            value\n          }\n        }\n        previous {\n          value\n          n\n        }\n        series {\n          ...Bucket\n        }\n      }\n    }\n  }\n':
    types.MeasuresDocument,
  '\n  query GroupedMeasures($keys: [MetricKey!]!, $scope: ScopeInput, $window: WindowInput!, $groupBy: [Dimension!], $options: MetricOptionsInput) {\n    metrics(keys: $keys, scope: $scope, window: $window, groupBy: $groupBy, options: $options) {\n      key\n      definition {\n        title\n        unit\n        direction\n      }\n      groups {\n        dimensions {\n          dimension\n          value\n        }\n        total {\n          ...Measured\n        }\n      }\n    }\n  }\n':
    types.GroupedMeasuresDocument,
  '\n  query IncidentMarks($filter: IncidentFilter) {\n    incidents(filter: $filter, first: 100) {\n      totalCount\n      edges {\n        node {\n          id\n          title\n          severity\n          startedAt\n          detectedAt\n          services\n        }\n      }\n    }\n  }\n':
    types.IncidentMarksDocument,
  '\n  query KnownAnswers {\n    knownAnswers {\n      key\n      title\n      of\n      unit\n      expected\n      because\n      from\n      to\n      service\n    }\n  }\n':
    types.KnownAnswersDocument,
  '\n  query KnownActuals($keys: [MetricKey!]!, $scope: ScopeInput, $window: WindowInput!) {\n    metrics(keys: $keys, scope: $scope, window: $window) {\n      key\n      groups {\n        total {\n          value\n          n\n          low\n          high\n          excluded {\n            reason\n            count\n          }\n          stats {\n            name\n            value\n          }\n        }\n      }\n    }\n  }\n':
    types.KnownActualsDocument,
  '\n  query FilterChoices {\n    teams(first: 100) {\n      edges {\n        node {\n          id\n          title\n        }\n      }\n    }\n    environments {\n      id\n      production\n    }\n  }\n':
    types.FilterChoicesDocument,
  '\n  query ServiceChoices($filter: ServiceFilter) {\n    services(filter: $filter, first: 50) {\n      totalCount\n      edges {\n        node {\n          id\n          title\n        }\n      }\n    }\n  }\n':
    types.ServiceChoicesDocument,
  '\n  query ProfileChoices {\n    workspace {\n      profile\n    }\n    metricProfiles {\n      name\n      title\n      summary\n      follows {\n        title\n        url\n        dated\n      }\n    }\n  }\n':
    types.ProfileChoicesDocument,
  '\n  query Findings($kinds: [FindingKind!], $first: Int, $after: String) {\n    findings(kinds: $kinds, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          kind\n          code\n          title\n          detail\n          nextStep\n          since\n          service\n          environment\n          release\n          evidence {\n            label\n            value\n            at\n          }\n        }\n      }\n    }\n  }\n':
    types.FindingsDocument,
  '\n  query FindingRules {\n    findingRules {\n      kind\n      code\n      title\n      description\n    }\n  }\n': types.FindingRulesDocument,
  '\n  fragment IncidentRow on Incident {\n    id\n    title\n    services\n    environment\n    severity\n    status\n    startedAt\n    detectedAt\n    acknowledgedAt\n    mitigatedAt\n    mitigatedBy\n    resolvedAt\n    url\n    attribution {\n      deployment\n      releaseId\n      method\n      confidence\n      reason\n    }\n    contradictions {\n      field\n      kept\n      dropped\n      source\n    }\n    parts {\n      source\n      incident\n    }\n  }\n':
    types.IncidentRowFragmentDoc,
  '\n  query Incidents($filter: IncidentFilter, $first: Int, $after: String) {\n    incidents(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          ...IncidentRow\n        }\n      }\n    }\n  }\n':
    types.IncidentsDocument,
  '\n  query MappedIntegrations {\n    mappedIntegrations {\n      id\n      title\n      presets\n      eventTypes\n    }\n    connections {\n      integration\n      source\n      open\n      settings\n    }\n  }\n':
    types.MappedIntegrationsDocument,
  '\n  query PreviewMapping($input: PreviewMappingInput!) {\n    previewMapping(input: $input) {\n      rules {\n        type\n        matched\n        events\n        problems {\n          path\n          expression\n          position\n          message\n          value\n        }\n      }\n      problems {\n        path\n        message\n      }\n    }\n  }\n':
    types.PreviewMappingDocument,
  '\n  query ApiAccesses {\n    apiAccesses {\n      integration\n      source\n      apiUrl\n      host\n      savedAt\n    }\n  }\n':
    types.ApiAccessesDocument,
  '\n  mutation SaveApiAccess($input: SaveApiAccessInput!) {\n    saveApiAccess(input: $input) {\n      source\n    }\n  }\n':
    types.SaveApiAccessDocument,
  '\n  mutation RemoveApiAccess($integration: String!, $source: String!) {\n    removeApiAccess(integration: $integration, source: $source)\n  }\n':
    types.RemoveApiAccessDocument,
  '\n  query RangeLookups($state: RangeLookupState, $first: Int) {\n    rangeLookups(state: $state, first: $first) {\n      id\n      repository\n      baseCommit\n      headCommit\n      service\n      state\n      attempts\n      reason\n      askedAt\n    }\n  }\n':
    types.RangeLookupsDocument,
  '\n  mutation RetryRangeLookup($id: ID!) {\n    retryRangeLookup(id: $id)\n  }\n': types.RetryRangeLookupDocument,
  '\n  query Releases($filter: ReleaseFilter, $first: Int, $after: String) {\n    releases(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          service\n          version\n          firstDeployedAt\n          latestDeployedAt\n          environments\n          status\n          failed\n        }\n      }\n    }\n  }\n':
    types.ReleasesDocument,
  '\n  fragment EffectSideNumbers on EffectSide {\n    from\n    to\n    good\n    total\n    badRatio\n    value\n    quantiles {\n      name\n      value\n    }\n    costPerRequest\n  }\n':
    types.EffectSideNumbersFragmentDoc,
  '\n  fragment ReleaseEffectRow on ReleaseEffect {\n    indicator\n    unit\n    part\n    partName\n    before {\n      ...EffectSideNumbers\n    }\n    after {\n      ...EffectSideNumbers\n    }\n    expectedBadRatio\n    change\n    pValue\n    seasonalWeeks\n    seasonalRatio\n    dispersion\n    settled\n    regressed\n    objectives\n    objectivesMet\n  }\n':
    types.ReleaseEffectRowFragmentDoc,
  '\n  fragment ReleaseDeployment on Deployment {\n    id\n    service\n    environment\n    production\n    regions\n    version\n    commit\n    repository\n    artifactDigest\n    outcome\n    kind\n    kindReason\n    trigger\n    actor\n    url\n    startedAt\n    fullTrafficAt\n    finishedAt\n    receivedAt\n    previousVersion\n    changeSource\n    changeCount\n    failed\n    failureReasons\n    rolledBackBy\n    blindSpots\n    effects {\n      ...ReleaseEffectRow\n    }\n    parts {\n      source\n      deployment\n    }\n    contradictions {\n      field\n      kept\n      dropped\n      source\n    }\n    stages {\n      name\n      index\n      trafficPercent\n      status\n      at\n    }\n  }\n':
    types.ReleaseDeploymentFragmentDoc,
  '\n  query Release($id: ID!) {\n    release(id: $id) {\n      id\n      service\n      version\n      firstDeployedAt\n      latestDeployedAt\n      environments\n      status\n      failed\n      deployments {\n        ...ReleaseDeployment\n      }\n      incidents {\n        ...IncidentRow\n      }\n      approvals {\n        id\n        service\n        environment\n        group\n        risk\n        requestedBy\n        requestedAt\n        decidedAt\n        withdrawnAt\n        decision\n        decidedBy\n        automated\n      }\n      artifacts {\n        digest\n        name\n        version\n        commit\n        repository\n        buildUrl\n        builder\n        publishedAt\n        promotions {\n          from\n          to\n          by\n          at\n        }\n        provenance {\n          field\n          state\n        }\n      }\n      timeline {\n        at\n        type\n        title\n        detail\n        source\n        eventId\n        environment\n        url\n      }\n    }\n  }\n':
    types.ReleaseDocument,
  '\n  query ReleaseChanges($id: ID!, $first: Int, $after: String) {\n    release(id: $id) {\n      changes(first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            id\n            repository\n            sha\n            committedAt\n            authoredAt\n            author\n            title\n            pullRequest\n            url\n            leadTimeSeconds\n            state\n          }\n        }\n      }\n    }\n  }\n':
    types.ReleaseChangesDocument,
  '\n  query BadgeChoices {\n    workspace {\n      publicBadges\n    }\n    metricDefinitions {\n      key\n      title\n    }\n  }\n':
    types.BadgeChoicesDocument,
  '\n  query ServiceDeclaration($name: String!) {\n    declarations(kinds: [SERVICE], names: [$name]) {\n      spec\n    }\n    services(filter: { search: $name }, first: 50) {\n      edges {\n        node {\n          id\n          title\n          team\n          tier\n          repository\n          owner\n          runbookUrl\n          aliases\n          dependsOn\n          slis\n        }\n      }\n    }\n  }\n':
    types.ServiceDeclarationDocument,
  '\n  mutation DeclareService($name: String!, $input: ServiceInput!) {\n    declareService(name: $name, input: $input) {\n      changed\n    }\n  }\n':
    types.DeclareServiceDocument,
  '\n  mutation WithdrawService($name: String!) {\n    withdrawService(name: $name)\n  }\n': types.WithdrawServiceDocument,
  '\n  query IndicatorHistory($service: String!, $from: DateTime!, $to: DateTime!) {\n    indicatorHistory(service: $service, from: $from, to: $to) {\n      indicator\n      displayName\n      unit\n      environment\n      stepSeconds\n      distribution {\n        above\n        upTo\n        count\n      }\n      points {\n        at\n        good\n        total\n        goodRatio\n        value\n        quantiles {\n          name\n          value\n        }\n      }\n    }\n    deployments(filter: { services: [$service], from: $from, to: $to }, first: 200) {\n      edges {\n        node {\n          id\n          version\n          production\n          startedAt\n          finishedAt\n          fullTrafficAt\n        }\n      }\n    }\n    slos(filter: { services: [$service] }, first: 50) {\n      edges {\n        node {\n          name\n          displayName\n          objectives {\n            indicator\n            target\n            value\n            attainment\n          }\n        }\n      }\n    }\n  }\n':
    types.IndicatorHistoryDocument,
  '\n  query Services($filter: ServiceFilter, $first: Int, $after: String) {\n    services(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          title\n          team\n          tier\n          aliases\n          declared\n          environments\n          openIncidents\n          lastDeployment {\n            id\n            releaseId\n            version\n            outcome\n            startedAt\n            finishedAt\n            receivedAt\n            environment\n          }\n        }\n      }\n    }\n  }\n':
    types.ServicesDocument,
  '\n  query Service($id: String!, $from: DateTime, $to: DateTime) {\n    services(filter: { search: $id }, first: 50) {\n      edges {\n        node {\n          id\n          title\n          team\n          tier\n          repository\n          owner\n          runbookUrl\n          aliases\n          declared\n          environments\n          openIncidents\n        }\n      }\n    }\n    deployments(filter: { services: [$id], from: $from, to: $to }, first: 20) {\n      totalCount\n      edges {\n        node {\n          id\n          releaseId\n          environment\n          version\n          outcome\n          kind\n          kindReason\n          trigger\n          failed\n          failureReasons\n          startedAt\n          finishedAt\n          receivedAt\n          changeCount\n        }\n      }\n    }\n    incidents(filter: { services: [$id], from: $from, to: $to }, first: 20) {\n      totalCount\n      edges {\n        node {\n          ...IncidentRow\n        }\n      }\n    }\n  }\n':
    types.ServiceDocument,
  '\n  query UndeclaredServices($first: Int, $after: String) {\n    undeclaredServices(first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          environments\n          repository\n          lastEventAt\n          likelyTeam\n        }\n      }\n    }\n  }\n':
    types.UndeclaredServicesDocument,
  '\n  mutation ClaimService($name: String!, $team: String!, $tier: String) {\n    claimService(name: $name, team: $team, tier: $tier) {\n      changed\n    }\n  }\n':
    types.ClaimServiceDocument,
  '\n  query Tokens {\n    tokens {\n      id\n      name\n      scopes\n      teams\n      createdAt\n      expiresAt\n      revokedAt\n      lastUsedAt\n    }\n  }\n':
    types.TokensDocument,
  '\n  query People {\n    people {\n      id\n      login\n      displayName\n      role\n    }\n  }\n': types.PeopleDocument,
  '\n  mutation CreateToken($name: String!, $scopes: [TokenScope!]!, $teams: [String!], $expiresAt: DateTime) {\n    createToken(name: $name, scopes: $scopes, teams: $teams, expiresAt: $expiresAt) {\n      secret\n      token {\n        id\n        name\n      }\n    }\n  }\n':
    types.CreateTokenDocument,
  '\n  mutation RevokeToken($id: ID!) {\n    revokeToken(id: $id) {\n      id\n      revokedAt\n    }\n  }\n': types.RevokeTokenDocument,
  '\n  mutation CreateSignInLink($login: String!, $role: Role!) {\n    createSignInLink(login: $login, role: $role)\n  }\n':
    types.CreateSignInLinkDocument,
  '\n  query WorkspaceRules {\n    workspace {\n      profile\n      options {\n        name\n        value\n      }\n      timeZone\n      weekStart\n      attributionWindowHours\n      mergeSlackMinutes\n      incidentMergeMinutes\n      productionPatterns\n      calendar\n      ownership\n      requiredProvenance {\n        default\n        byTier {\n          tier\n          fields\n        }\n      }\n      ignoredAuthors\n      publicBadges\n      hotfix {\n        labels\n        branches\n        tags\n      }\n    }\n    metricProfiles {\n      name\n      title\n    }\n    calendars {\n      id\n    }\n  }\n':
    types.WorkspaceRulesDocument,
  '\n  query MeasureTargets {\n    metricDefinitions {\n      key\n      title\n      unit\n      targets {\n        low\n        high\n      }\n      ownTargets {\n        low\n        high\n      }\n    }\n  }\n':
    types.MeasureTargetsDocument,
  '\n  query Catalogue {\n    environments {\n      id\n      production\n      declared\n    }\n    approverGroups {\n      id\n      title\n      members\n      quorum\n      services\n      environments\n      risks\n    }\n    calendars {\n      id\n      timeZone\n      days\n      from\n      to\n      holidays\n    }\n  }\n':
    types.CatalogueDocument,
  '\n  query CatalogueTeams($first: Int, $after: String) {\n    teams(first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          title\n          members\n          declared\n        }\n      }\n    }\n  }\n':
    types.CatalogueTeamsDocument,
  '\n  mutation UpdateWorkspace($input: WorkspaceInput!) {\n    updateWorkspace(input: $input) {\n      profile\n    }\n  }\n':
    types.UpdateWorkspaceDocument,
  '\n  mutation PutTeam($name: String!, $input: TeamInput!) {\n    putTeam(name: $name, input: $input) {\n      changed\n    }\n  }\n':
    types.PutTeamDocument,
  '\n  mutation DeleteTeam($name: String!) {\n    deleteTeam(name: $name)\n  }\n': types.DeleteTeamDocument,
  '\n  mutation PutEnvironment($name: String!, $production: Boolean!) {\n    putEnvironment(name: $name, production: $production) {\n      changed\n    }\n  }\n':
    types.PutEnvironmentDocument,
  '\n  mutation DeleteEnvironment($name: String!) {\n    deleteEnvironment(name: $name)\n  }\n': types.DeleteEnvironmentDocument,
  '\n  mutation PutApproverGroup($name: String!, $input: ApproverGroupInput!) {\n    putApproverGroup(name: $name, input: $input) {\n      changed\n    }\n  }\n':
    types.PutApproverGroupDocument,
  '\n  mutation DeleteApproverGroup($name: String!) {\n    deleteApproverGroup(name: $name)\n  }\n': types.DeleteApproverGroupDocument,
  '\n  mutation PutCalendar($name: String!, $input: BusinessCalendarInput!) {\n    putCalendar(name: $name, input: $input) {\n      changed\n    }\n  }\n':
    types.PutCalendarDocument,
  '\n  mutation DeleteCalendar($name: String!) {\n    deleteCalendar(name: $name)\n  }\n': types.DeleteCalendarDocument,
  '\n  query Viewer {\n    viewer {\n      login\n      role\n      scopes\n      demo\n      version\n    }\n  }\n': types.ViewerDocument,
  '\n  query BurnPreview($slo: ID!, $objective: Int, $rules: [BurnRuleInput!]) {\n    burnPreview(slo: $slo, objective: $objective, rules: $rules) {\n      from\n      to\n      pages\n      tickets\n      firings {\n        severity\n        longSeconds\n        shortSeconds\n        factor\n        from\n        to\n        burn\n      }\n    }\n  }\n':
    types.BurnPreviewDocument,
  '\n  query SuggestObjective($service: String!, $indicator: String!, $op: Comparison, $value: Float) {\n    suggestObjective(service: $service, indicator: $indicator, op: $op, value: $value) {\n      target\n      reasons\n      thresholds {\n        share\n        value\n      }\n    }\n  }\n':
    types.SuggestObjectiveDocument,
  '\n  fragment ObjectiveStatus on Objective {\n    indicator\n    weight\n    target\n    op\n    value\n    timeSliceTarget\n    timeSliceSeconds\n    good\n    total\n    attainment\n    budgetLeft\n    exhaustsAt\n    dataFrom\n    dataTo\n    burns {\n      seconds\n      burn\n    }\n    rules {\n      severity\n      longSeconds\n      shortSeconds\n      factor\n      burning\n      reachable\n    }\n  }\n':
    types.ObjectiveStatusFragmentDoc,
  '\n  fragment CompositeStatus on Composite {\n    target\n    attainment\n    budgetLeft\n    exhaustsAt\n    burns {\n      seconds\n      burn\n    }\n    rules {\n      severity\n      longSeconds\n      shortSeconds\n      factor\n      burning\n      reachable\n    }\n  }\n':
    types.CompositeStatusFragmentDoc,
  '\n  query Slos($filter: SloFilter, $first: Int, $after: String) {\n    slos(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          name\n          displayName\n          service\n          windowSeconds\n          budgetingMethod\n          at\n          objectives {\n            ...ObjectiveStatus\n          }\n          composite {\n            ...CompositeStatus\n          }\n        }\n      }\n    }\n  }\n':
    types.SlosDocument,
  '\n  query Slo($name: ID!) {\n    slo(name: $name) {\n      name\n      displayName\n      description\n      service\n      windowSeconds\n      budgetingMethod\n      at\n      from\n      objectives {\n        ...ObjectiveStatus\n        history {\n          from\n          good\n          total\n        }\n      }\n      composite {\n        ...CompositeStatus\n      }\n      alertPolicies {\n        name\n        displayName\n        description\n        severity\n        threshold\n        lookbackSeconds\n        alertAfterSeconds\n        whenBreaching\n        whenResolved\n        whenNoData\n        targets {\n          name\n          target\n        }\n      }\n    }\n  }\n':
    types.SloDocument,
  '\n  query SloReleases($service: String!, $from: DateTime!, $to: DateTime!) {\n    deployments(filter: { services: [$service], from: $from, to: $to, outcomes: ["succeeded", "failed", "rolled_back"] }, first: 200) {\n      edges {\n        node {\n          id\n          version\n          releaseId\n          environment\n          outcome\n          finishedAt\n          startedAt\n        }\n      }\n    }\n  }\n':
    types.SloReleasesDocument,
  '\n  fragment Selector on MetricSelector {\n    metric\n    matchers {\n      label\n      op\n      value\n    }\n  }\n':
    types.SelectorFragmentDoc,
  '\n  query Indicators {\n    indicators {\n      name\n      displayName\n      description\n      service\n      unit\n      kind\n      threshold\n      good {\n        ...Selector\n      }\n      bad {\n        ...Selector\n      }\n      total {\n        ...Selector\n      }\n      histogram {\n        ...Selector\n      }\n      value {\n        ...Selector\n      }\n      labels {\n        service\n        environment\n        version\n        cohort\n        region\n      }\n    }\n  }\n':
    types.IndicatorsDocument,
  '\n  query KnownIndicators {\n    indicators {\n      name\n    }\n    keptIndicators\n  }\n': types.KnownIndicatorsDocument,
  '\n  mutation DeleteSlo($name: ID!) {\n    deleteSlo(name: $name)\n  }\n': types.DeleteSloDocument,
  '\n  mutation DeleteIndicator($name: ID!) {\n    deleteIndicator(name: $name)\n  }\n': types.DeleteIndicatorDocument,
  '\n  mutation SaveSlo($input: SloInput!) {\n    saveSlo(input: $input) {\n      name\n    }\n  }\n': types.SaveSloDocument,
  '\n  mutation SaveIndicator($input: IndicatorInput!) {\n    saveIndicator(input: $input) {\n      name\n    }\n  }\n': types.SaveIndicatorDocument,
  '\n  query TryIndicator($input: IndicatorInput!) {\n    tryIndicator(input: $input) {\n      matched\n      looked\n      series {\n        service\n        environment\n        version\n        series {\n          source\n          metric\n          labels {\n            name\n            value\n          }\n        }\n      }\n    }\n  }\n':
    types.TryIndicatorDocument,
  '\n  query SavedViews {\n    savedViews {\n      id\n      name\n      description\n      page\n      state\n      owner\n      visibility\n      isDefault\n      mine\n    }\n  }\n':
    types.SavedViewsDocument,
  '\n  mutation SaveView($input: SavedViewInput!) {\n    saveView(input: $input) {\n      id\n    }\n  }\n': types.SaveViewDocument,
  '\n  mutation UpdateView($id: ID!, $input: SavedViewChangeInput!) {\n    updateView(id: $id, input: $input) {\n      id\n    }\n  }\n':
    types.UpdateViewDocument,
  '\n  mutation DeleteView($id: ID!) {\n    deleteView(id: $id)\n  }\n': types.DeleteViewDocument,
  '\n  mutation SetDefaultView($page: String!, $view: ID) {\n    setDefaultView(page: $page, view: $view)\n  }\n': types.SetDefaultViewDocument,
  '\n  query ShareLinks($view: ID!) {\n    shareLinks(view: $view) {\n      id\n      createdBy\n      expiresAt\n      revokedAt\n      lastUsedAt\n    }\n  }\n':
    types.ShareLinksDocument,
  '\n  mutation CreateShareLink($view: ID!, $expiresInDays: Int!) {\n    createShareLink(view: $view, expiresInDays: $expiresInDays) {\n      url\n    }\n  }\n':
    types.CreateShareLinkDocument,
  '\n  mutation RevokeShareLink($id: ID!) {\n    revokeShareLink(id: $id) {\n      id\n    }\n  }\n': types.RevokeShareLinkDocument,
  '\n  fragment Measured on MetricValue {\n    value\n    unit\n    n\n    low\n    high\n    coverage\n    excluded {\n      reason\n      count\n      description\n    }\n  }\n':
    types.MeasuredFragmentDoc,
  '\n  fragment Bucket on MetricBucket {\n    from\n    to\n    partial\n    immature\n    value {\n      ...Measured\n    }\n  }\n':
    types.BucketFragmentDoc,
  '\n  fragment Definition on MetricDefinition {\n    key\n    title\n    unit\n    direction\n    version\n    summary\n    formula\n    population\n    anchor\n    interval\n    exclusions {\n      reason\n      description\n    }\n    options {\n      name\n      value\n      description\n    }\n    stats {\n      name\n      title\n      unit\n    }\n    targets {\n      label\n      low\n      high\n    }\n    evidenceColumns {\n      name\n      title\n    }\n  }\n':
    types.DefinitionFragmentDoc,
}

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Alerts($filter: AlertFilter, $first: Int, $after: String) {\n    alerts(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          rule\n          source\n          url\n          severity\n          state\n          title\n          summary\n          service\n          environment\n          slo\n          release\n          version\n          team\n          runbookUrl\n          pendingSince\n          firedAt\n          acknowledgedAt\n          acknowledgedBy\n          resolvedAt\n          messages {\n            id\n            route\n            status\n            state\n            reason\n            earlier {\n              at\n              state\n              reason\n            }\n            attempts\n            mayRepeat\n            error\n            nextTryAt\n            finishedAt\n          }\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql').AlertsDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query AlertRules {\n    alertRules {\n      id\n      title\n      description\n      hasPreview\n    }\n  }\n',
): typeof import('./graphql').AlertRulesDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query AlertPreview($rule: ID!) {\n    alertPreview(rule: $rule) {\n      pages\n      tickets\n      firings {\n        severity\n        service\n        title\n        from\n        to\n      }\n    }\n  }\n',
): typeof import('./graphql').AlertPreviewDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query AlertThresholds {\n    workspace {\n      alertSilentMinutes\n      alertStageMinutes\n      alertApprovalHours\n      alertGuardFactor\n    }\n  }\n',
): typeof import('./graphql').AlertThresholdsDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation AcknowledgeAlert($id: ID!) {\n    acknowledgeAlert(id: $id) {\n      id\n    }\n  }\n',
): typeof import('./graphql').AcknowledgeAlertDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query AlertRoutes {\n    alertRoutes {\n      id\n      name\n      kind\n      fields {\n        name\n        value\n        set\n      }\n      severities\n      teams\n      mostPerHour\n      quiet {\n        fromHour\n        toHour\n        timeZone\n      }\n      fallback\n      enabled\n      undelivered\n    }\n    alertRouteKinds {\n      id\n      title\n      deduplicates\n      fields {\n        name\n        title\n        secret\n        required\n        example\n      }\n    }\n  }\n',
): typeof import('./graphql').AlertRoutesDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation SaveAlertRoute($id: ID, $input: AlertRouteInput!) {\n    saveAlertRoute(id: $id, input: $input) {\n      id\n    }\n  }\n',
): typeof import('./graphql').SaveAlertRouteDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation DeleteAlertRoute($id: ID!) {\n    deleteAlertRoute(id: $id)\n  }\n',
): typeof import('./graphql').DeleteAlertRouteDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation TestAlertRoute($id: ID!) {\n    testAlertRoute(id: $id) {\n      ok\n      message\n    }\n  }\n',
): typeof import('./graphql').TestAlertRouteDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query AttestationTrust {\n    attestationTrust {\n      version\n      identities {\n        issuer\n        identity\n        repositories\n      }\n      publicKeys {\n        id\n        pem\n        repositories\n      }\n      trustedRoot\n      sources {\n        source\n        senders\n      }\n      kinds {\n        predicateType\n        kind\n      }\n    }\n  }\n',
): typeof import('./graphql').AttestationTrustDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation SetAttestationTrust($input: AttestationTrustInput!) {\n    setAttestationTrust(input: $input) {\n      version\n    }\n  }\n',
): typeof import('./graphql').SetAttestationTrustDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query UnmatchedAttestations($first: Int, $after: String) {\n    unmatchedAttestations(first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          digest\n          kind\n          status\n          reason\n          identity\n          issuer\n          source\n          at\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql').UnmatchedAttestationsDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query AuditLog($first: Int, $after: String) {\n    auditLog(first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          sequence\n          at\n          actor\n          action\n          subject\n          details\n          hash\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql').AuditLogDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query AuditVerification {\n    verifyAudit {\n      ok\n      entries\n      brokenAt\n    }\n  }\n',
): typeof import('./graphql').AuditVerificationDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Contradictions($filter: ContradictedFilter, $first: Int, $after: String) {\n    contradictions(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          kind\n          fact\n          service\n          environment\n          releaseId\n          at\n          field\n          kept\n          dropped\n          source\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql').ContradictionsDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Corrections($kind: CorrectedKind!, $fact: ID!) {\n    corrections(kind: $kind, fact: $fact) {\n      id\n      at\n      by\n      fact\n      service\n      environment\n      fields\n      reason\n    }\n  }\n',
): typeof import('./graphql').CorrectionsDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query IncidentParts($id: ID!) {\n    incidentParts(id: $id) {\n      id\n      title\n      sources\n    }\n  }\n',
): typeof import('./graphql').IncidentPartsDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation CorrectFact($input: CorrectionInput!) {\n    correctFact(input: $input) {\n      id\n    }\n  }\n',
): typeof import('./graphql').CorrectFactDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query BlamableDeployments($filter: DeploymentFilter) {\n    deployments(filter: $filter, first: 100) {\n      edges {\n        node {\n          id\n          service\n          environment\n          version\n          startedAt\n          finishedAt\n          receivedAt\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql').BlamableDeploymentsDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation RenameService($from: String!, $to: String!, $reason: String!) {\n    renameService(from: $from, to: $to, reason: $reason) {\n      changed\n    }\n  }\n',
): typeof import('./graphql').RenameServiceDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query IncidentMergePreview($service: String!, $minutes: Float) {\n    incidentMergePreview(service: $service, minutes: $minutes) {\n      incidentsNow\n      incidents\n      joined {\n        id\n        title\n        environment\n        status\n        detectedAt\n        newlyJoined\n        parts {\n          source\n          incident\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql').IncidentMergePreviewDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query MergePreview($service: String!, $slackMinutes: Float, $sourceOfRecord: String) {\n    mergePreview(service: $service, slackMinutes: $slackMinutes, sourceOfRecord: $sourceOfRecord) {\n      rolloutsNow\n      rollouts\n      joined {\n        id\n        environment\n        version\n        startedAt\n        outcome\n        newlyJoined\n        parts {\n          source\n          deployment\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql').MergePreviewDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Definitions($options: MetricOptionsInput) {\n    metricDefinitions(options: $options) {\n      ...Definition\n    }\n    ownDefault: metricDefinitions(options: { profile: "default" }) {\n      key\n      options {\n        name\n        value\n      }\n    }\n  }\n',
): typeof import('./graphql').DefinitionsDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query ProfileComparisons($keys: [MetricKey!]!, $scope: ScopeInput, $window: WindowInput!, $options: MetricOptionsInput) {\n    metrics(keys: $keys, scope: $scope, window: $window, options: $options) {\n      key\n      groups {\n        total {\n          ...Measured\n        }\n      }\n    }\n    compareProfiles(keys: $keys, scope: $scope, window: $window) {\n      key\n      definition {\n        title\n        unit\n      }\n      values {\n        profile\n        value {\n          ...Measured\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql').ProfileComparisonsDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query ProfileDifferences(\n    $key: MetricKey!\n    $scope: ScopeInput\n    $window: WindowInput!\n    $left: String!\n    $right: String!\n    $leftOptions: MetricOptionsInput\n    $first: Int\n    $after: String\n  ) {\n    profileDifference(\n      key: $key\n      scope: $scope\n      window: $window\n      left: $left\n      right: $right\n      leftOptions: $leftOptions\n      first: $first\n      after: $after\n    ) {\n      left {\n        definition {\n          title\n        }\n        value {\n          ...Measured\n        }\n      }\n      right {\n        value {\n          ...Measured\n        }\n      }\n      options {\n        name\n        description\n        left\n        right\n      }\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          kind\n          id\n          title\n          at\n          service\n          environment\n          releaseId\n          reason\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql').ProfileDifferencesDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query QuickCheckScore($scope: ScopeInput, $window: WindowInput!, $edition: String, $options: MetricOptionsInput) {\n    quickCheck(scope: $scope, window: $window, edition: $edition, options: $options) {\n      edition\n      score\n      scored\n      industryMean\n      source {\n        report\n        url\n        verified\n      }\n      parts {\n        key\n        title\n        unit\n        value\n        n\n        category\n        answer\n        score\n        industryMean\n      }\n    }\n  }\n',
): typeof import('./graphql').QuickCheckScoreDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Benchmarks {\n    benchmarks {\n      edition\n      source {\n        report\n        publisher\n        year\n        url\n        place\n        verified\n      }\n      clusters {\n        name\n        bands {\n          key\n          text\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql').BenchmarksDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Pipeline {\n    pipelineStatus {\n      events\n      pendingDeliveries\n      deadDeliveries\n      refusedDeliveries\n      pendingServices\n      lagSeconds\n      firstEventAt\n      lastEventAt\n    }\n  }\n',
): typeof import('./graphql').PipelineDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query TelemetrySources {\n    telemetrySources {\n      source\n      points\n      stored\n      refused\n      series\n      lastAt\n      lastReadingAt\n      refusals {\n        reason\n        count\n        lastAt\n        example\n      }\n    }\n  }\n',
): typeof import('./graphql').TelemetrySourcesDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Deliveries($filter: DeliveryFilter, $first: Int, $after: String) {\n    deliveries(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          integration\n          source\n          receivedAt\n          state\n          attempts\n          size\n          outcome\n          error\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql').DeliveriesDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Delivery($id: ID!) {\n    delivery(id: $id) {\n      id\n      integration\n      source\n      deliveryId\n      receivedAt\n      processedAt\n      state\n      attempts\n      size\n      outcome\n      error\n      body\n      headers\n      events {\n        id\n        source\n        type\n      }\n    }\n  }\n',
): typeof import('./graphql').DeliveryDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Connections {\n    connections {\n      integration\n      source\n      open\n      hasSecret\n      url\n      setup\n      settings\n      lastDeliveryAt\n    }\n    integrations {\n      id\n      title\n      documentationUrl\n      documentationVersion\n    }\n  }\n',
): typeof import('./graphql').ConnectionsDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation ReplayDelivery($id: ID!) {\n    replayDelivery(id: $id) {\n      id\n      state\n      outcome\n      error\n      attempts\n    }\n  }\n',
): typeof import('./graphql').ReplayDeliveryDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation ReplayDeadDeliveries($integration: String) {\n    replayDeadDeliveries(integration: $integration)\n  }\n',
): typeof import('./graphql').ReplayDeadDeliveriesDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation SaveConnection($input: SaveConnectionInput!) {\n    saveConnection(input: $input) {\n      integration\n      source\n      url\n      setup\n    }\n  }\n',
): typeof import('./graphql').SaveConnectionDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation RemoveConnection($integration: String!, $source: String!) {\n    removeConnection(integration: $integration, source: $source)\n  }\n',
): typeof import('./graphql').RemoveConnectionDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Digests {\n    digests {\n      id\n      name\n      view\n      state\n      measures\n      weekday\n      hour\n      timeZone\n      url\n      enabled\n      nextAt\n      lastSentAt\n      lastError\n      deliveries(first: 5) {\n        id\n        from\n        to\n        byHand\n        state\n        attempts\n        status\n        reason\n        nextTryAt\n        finishedAt\n      }\n    }\n  }\n',
): typeof import('./graphql').DigestsDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query DigestViews {\n    savedViews {\n      id\n      name\n    }\n  }\n',
): typeof import('./graphql').DigestViewsDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query PreviewDigest($input: DigestPreviewInput!) {\n    previewDigest(input: $input) {\n      from\n      to\n      html\n    }\n  }\n',
): typeof import('./graphql').PreviewDigestDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation SaveDigest($id: ID, $input: DigestInput!, $newSecret: Boolean!) {\n    saveDigest(id: $id, input: $input, newSecret: $newSecret) {\n      secret\n      digest {\n        id\n      }\n    }\n  }\n',
): typeof import('./graphql').SaveDigestDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation DeleteDigest($id: ID!) {\n    deleteDigest(id: $id)\n  }\n',
): typeof import('./graphql').DeleteDigestDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation SendDigestNow($id: ID!) {\n    sendDigestNow(id: $id) {\n      id\n      state\n      status\n      reason\n    }\n  }\n',
): typeof import('./graphql').SendDigestNowDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Evidence(\n    $keys: [MetricKey!]!\n    $scope: ScopeInput\n    $window: WindowInput!\n    $groupBy: [Dimension!]\n    $options: MetricOptionsInput\n    $state: EvidenceState\n    $first: Int\n    $after: String\n  ) {\n    metrics(keys: $keys, scope: $scope, window: $window, groupBy: $groupBy, options: $options) {\n      key\n      definition {\n        ...Definition\n      }\n      groups {\n        dimensions {\n          dimension\n          value\n        }\n        total {\n          ...Measured\n          level {\n            name\n            edition\n            nearest\n          }\n          stats {\n            name\n            value\n          }\n          evidence(state: $state, first: $first, after: $after) {\n            totalCount\n            pageInfo {\n              hasNextPage\n              endCursor\n            }\n            edges {\n              node {\n                kind\n                id\n                title\n                at\n                service\n                environment\n                state\n                value\n                releaseId\n                fields {\n                  name\n                  value\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql').EvidenceDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Measures(\n    $keys: [MetricKey!]!\n    $scope: ScopeInput\n    $window: WindowInput!\n    $interval: Interval\n    $compare: Boolean\n    $options: MetricOptionsInput\n  ) {\n    metrics(keys: $keys, scope: $scope, window: $window, interval: $interval, compare: $compare, options: $options) {\n      key\n      definition {\n        title\n        unit\n        direction\n        summary\n        stats {\n          name\n          title\n          unit\n        }\n        targets {\n          label\n          low\n          high\n        }\n      }\n      groups {\n        total {\n          ...Measured\n          level {\n            name\n            edition\n            nearest\n          }\n          stats {\n            name\n            value\n          }\n        }\n        previous {\n          value\n          n\n        }\n        series {\n          ...Bucket\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql').MeasuresDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query GroupedMeasures($keys: [MetricKey!]!, $scope: ScopeInput, $window: WindowInput!, $groupBy: [Dimension!], $options: MetricOptionsInput) {\n    metrics(keys: $keys, scope: $scope, window: $window, groupBy: $groupBy, options: $options) {\n      key\n      definition {\n        title\n        unit\n        direction\n      }\n      groups {\n        dimensions {\n          dimension\n          value\n        }\n        total {\n          ...Measured\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql').GroupedMeasuresDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query IncidentMarks($filter: IncidentFilter) {\n    incidents(filter: $filter, first: 100) {\n      totalCount\n      edges {\n        node {\n          id\n          title\n          severity\n          startedAt\n          detectedAt\n          services\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql').IncidentMarksDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query KnownAnswers {\n    knownAnswers {\n      key\n      title\n      of\n      unit\n      expected\n      because\n      from\n      to\n      service\n    }\n  }\n',
): typeof import('./graphql').KnownAnswersDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query KnownActuals($keys: [MetricKey!]!, $scope: ScopeInput, $window: WindowInput!) {\n    metrics(keys: $keys, scope: $scope, window: $window) {\n      key\n      groups {\n        total {\n          value\n          n\n          low\n          high\n          excluded {\n            reason\n            count\n          }\n          stats {\n            name\n            value\n          }\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql').KnownActualsDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query FilterChoices {\n    teams(first: 100) {\n      edges {\n        node {\n          id\n          title\n        }\n      }\n    }\n    environments {\n      id\n      production\n    }\n  }\n',
): typeof import('./graphql').FilterChoicesDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query ServiceChoices($filter: ServiceFilter) {\n    services(filter: $filter, first: 50) {\n      totalCount\n      edges {\n        node {\n          id\n          title\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql').ServiceChoicesDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query ProfileChoices {\n    workspace {\n      profile\n    }\n    metricProfiles {\n      name\n      title\n      summary\n      follows {\n        title\n        url\n        dated\n      }\n    }\n  }\n',
): typeof import('./graphql').ProfileChoicesDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Findings($kinds: [FindingKind!], $first: Int, $after: String) {\n    findings(kinds: $kinds, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          kind\n          code\n          title\n          detail\n          nextStep\n          since\n          service\n          environment\n          release\n          evidence {\n            label\n            value\n            at\n          }\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql').FindingsDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query FindingRules {\n    findingRules {\n      kind\n      code\n      title\n      description\n    }\n  }\n',
): typeof import('./graphql').FindingRulesDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  fragment IncidentRow on Incident {\n    id\n    title\n    services\n    environment\n    severity\n    status\n    startedAt\n    detectedAt\n    acknowledgedAt\n    mitigatedAt\n    mitigatedBy\n    resolvedAt\n    url\n    attribution {\n      deployment\n      releaseId\n      method\n      confidence\n      reason\n    }\n    contradictions {\n      field\n      kept\n      dropped\n      source\n    }\n    parts {\n      source\n      incident\n    }\n  }\n',
): typeof import('./graphql').IncidentRowFragmentDoc
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Incidents($filter: IncidentFilter, $first: Int, $after: String) {\n    incidents(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          ...IncidentRow\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql').IncidentsDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query MappedIntegrations {\n    mappedIntegrations {\n      id\n      title\n      presets\n      eventTypes\n    }\n    connections {\n      integration\n      source\n      open\n      settings\n    }\n  }\n',
): typeof import('./graphql').MappedIntegrationsDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query PreviewMapping($input: PreviewMappingInput!) {\n    previewMapping(input: $input) {\n      rules {\n        type\n        matched\n        events\n        problems {\n          path\n          expression\n          position\n          message\n          value\n        }\n      }\n      problems {\n        path\n        message\n      }\n    }\n  }\n',
): typeof import('./graphql').PreviewMappingDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query ApiAccesses {\n    apiAccesses {\n      integration\n      source\n      apiUrl\n      host\n      savedAt\n    }\n  }\n',
): typeof import('./graphql').ApiAccessesDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation SaveApiAccess($input: SaveApiAccessInput!) {\n    saveApiAccess(input: $input) {\n      source\n    }\n  }\n',
): typeof import('./graphql').SaveApiAccessDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation RemoveApiAccess($integration: String!, $source: String!) {\n    removeApiAccess(integration: $integration, source: $source)\n  }\n',
): typeof import('./graphql').RemoveApiAccessDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query RangeLookups($state: RangeLookupState, $first: Int) {\n    rangeLookups(state: $state, first: $first) {\n      id\n      repository\n      baseCommit\n      headCommit\n      service\n      state\n      attempts\n      reason\n      askedAt\n    }\n  }\n',
): typeof import('./graphql').RangeLookupsDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation RetryRangeLookup($id: ID!) {\n    retryRangeLookup(id: $id)\n  }\n',
): typeof import('./graphql').RetryRangeLookupDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Releases($filter: ReleaseFilter, $first: Int, $after: String) {\n    releases(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          service\n          version\n          firstDeployedAt\n          latestDeployedAt\n          environments\n          status\n          failed\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql').ReleasesDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  fragment EffectSideNumbers on EffectSide {\n    from\n    to\n    good\n    total\n    badRatio\n    value\n    quantiles {\n      name\n      value\n    }\n    costPerRequest\n  }\n',
): typeof import('./graphql').EffectSideNumbersFragmentDoc
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  fragment ReleaseEffectRow on ReleaseEffect {\n    indicator\n    unit\n    part\n    partName\n    before {\n      ...EffectSideNumbers\n    }\n    after {\n      ...EffectSideNumbers\n    }\n    expectedBadRatio\n    change\n    pValue\n    seasonalWeeks\n    seasonalRatio\n    dispersion\n    settled\n    regressed\n    objectives\n    objectivesMet\n  }\n',
): typeof import('./graphql').ReleaseEffectRowFragmentDoc
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  fragment ReleaseDeployment on Deployment {\n    id\n    service\n    environment\n    production\n    regions\n    version\n    commit\n    repository\n    artifactDigest\n    outcome\n    kind\n    kindReason\n    trigger\n    actor\n    url\n    startedAt\n    fullTrafficAt\n    finishedAt\n    receivedAt\n    previousVersion\n    changeSource\n    changeCount\n    failed\n    failureReasons\n    rolledBackBy\n    blindSpots\n    effects {\n      ...ReleaseEffectRow\n    }\n    parts {\n      source\n      deployment\n    }\n    contradictions {\n      field\n      kept\n      dropped\n      source\n    }\n    stages {\n      name\n      index\n      trafficPercent\n      status\n      at\n    }\n  }\n',
): typeof import('./graphql').ReleaseDeploymentFragmentDoc
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Release($id: ID!) {\n    release(id: $id) {\n      id\n      service\n      version\n      firstDeployedAt\n      latestDeployedAt\n      environments\n      status\n      failed\n      deployments {\n        ...ReleaseDeployment\n      }\n      incidents {\n        ...IncidentRow\n      }\n      approvals {\n        id\n        service\n        environment\n        group\n        risk\n        requestedBy\n        requestedAt\n        decidedAt\n        withdrawnAt\n        decision\n        decidedBy\n        automated\n      }\n      artifacts {\n        digest\n        name\n        version\n        commit\n        repository\n        buildUrl\n        builder\n        publishedAt\n        promotions {\n          from\n          to\n          by\n          at\n        }\n        provenance {\n          field\n          state\n        }\n      }\n      timeline {\n        at\n        type\n        title\n        detail\n        source\n        eventId\n        environment\n        url\n      }\n    }\n  }\n',
): typeof import('./graphql').ReleaseDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query ReleaseChanges($id: ID!, $first: Int, $after: String) {\n    release(id: $id) {\n      changes(first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            id\n            repository\n            sha\n            committedAt\n            authoredAt\n            author\n            title\n            pullRequest\n            url\n            leadTimeSeconds\n            state\n          }\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql').ReleaseChangesDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query BadgeChoices {\n    workspace {\n      publicBadges\n    }\n    metricDefinitions {\n      key\n      title\n    }\n  }\n',
): typeof import('./graphql').BadgeChoicesDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query ServiceDeclaration($name: String!) {\n    declarations(kinds: [SERVICE], names: [$name]) {\n      spec\n    }\n    services(filter: { search: $name }, first: 50) {\n      edges {\n        node {\n          id\n          title\n          team\n          tier\n          repository\n          owner\n          runbookUrl\n          aliases\n          dependsOn\n          slis\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql').ServiceDeclarationDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation DeclareService($name: String!, $input: ServiceInput!) {\n    declareService(name: $name, input: $input) {\n      changed\n    }\n  }\n',
): typeof import('./graphql').DeclareServiceDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation WithdrawService($name: String!) {\n    withdrawService(name: $name)\n  }\n',
): typeof import('./graphql').WithdrawServiceDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query IndicatorHistory($service: String!, $from: DateTime!, $to: DateTime!) {\n    indicatorHistory(service: $service, from: $from, to: $to) {\n      indicator\n      displayName\n      unit\n      environment\n      stepSeconds\n      distribution {\n        above\n        upTo\n        count\n      }\n      points {\n        at\n        good\n        total\n        goodRatio\n        value\n        quantiles {\n          name\n          value\n        }\n      }\n    }\n    deployments(filter: { services: [$service], from: $from, to: $to }, first: 200) {\n      edges {\n        node {\n          id\n          version\n          production\n          startedAt\n          finishedAt\n          fullTrafficAt\n        }\n      }\n    }\n    slos(filter: { services: [$service] }, first: 50) {\n      edges {\n        node {\n          name\n          displayName\n          objectives {\n            indicator\n            target\n            value\n            attainment\n          }\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql').IndicatorHistoryDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Services($filter: ServiceFilter, $first: Int, $after: String) {\n    services(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          title\n          team\n          tier\n          aliases\n          declared\n          environments\n          openIncidents\n          lastDeployment {\n            id\n            releaseId\n            version\n            outcome\n            startedAt\n            finishedAt\n            receivedAt\n            environment\n          }\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql').ServicesDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Service($id: String!, $from: DateTime, $to: DateTime) {\n    services(filter: { search: $id }, first: 50) {\n      edges {\n        node {\n          id\n          title\n          team\n          tier\n          repository\n          owner\n          runbookUrl\n          aliases\n          declared\n          environments\n          openIncidents\n        }\n      }\n    }\n    deployments(filter: { services: [$id], from: $from, to: $to }, first: 20) {\n      totalCount\n      edges {\n        node {\n          id\n          releaseId\n          environment\n          version\n          outcome\n          kind\n          kindReason\n          trigger\n          failed\n          failureReasons\n          startedAt\n          finishedAt\n          receivedAt\n          changeCount\n        }\n      }\n    }\n    incidents(filter: { services: [$id], from: $from, to: $to }, first: 20) {\n      totalCount\n      edges {\n        node {\n          ...IncidentRow\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql').ServiceDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query UndeclaredServices($first: Int, $after: String) {\n    undeclaredServices(first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          environments\n          repository\n          lastEventAt\n          likelyTeam\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql').UndeclaredServicesDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation ClaimService($name: String!, $team: String!, $tier: String) {\n    claimService(name: $name, team: $team, tier: $tier) {\n      changed\n    }\n  }\n',
): typeof import('./graphql').ClaimServiceDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Tokens {\n    tokens {\n      id\n      name\n      scopes\n      teams\n      createdAt\n      expiresAt\n      revokedAt\n      lastUsedAt\n    }\n  }\n',
): typeof import('./graphql').TokensDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query People {\n    people {\n      id\n      login\n      displayName\n      role\n    }\n  }\n',
): typeof import('./graphql').PeopleDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation CreateToken($name: String!, $scopes: [TokenScope!]!, $teams: [String!], $expiresAt: DateTime) {\n    createToken(name: $name, scopes: $scopes, teams: $teams, expiresAt: $expiresAt) {\n      secret\n      token {\n        id\n        name\n      }\n    }\n  }\n',
): typeof import('./graphql').CreateTokenDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation RevokeToken($id: ID!) {\n    revokeToken(id: $id) {\n      id\n      revokedAt\n    }\n  }\n',
): typeof import('./graphql').RevokeTokenDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation CreateSignInLink($login: String!, $role: Role!) {\n    createSignInLink(login: $login, role: $role)\n  }\n',
): typeof import('./graphql').CreateSignInLinkDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query WorkspaceRules {\n    workspace {\n      profile\n      options {\n        name\n        value\n      }\n      timeZone\n      weekStart\n      attributionWindowHours\n      mergeSlackMinutes\n      incidentMergeMinutes\n      productionPatterns\n      calendar\n      ownership\n      requiredProvenance {\n        default\n        byTier {\n          tier\n          fields\n        }\n      }\n      ignoredAuthors\n      publicBadges\n      hotfix {\n        labels\n        branches\n        tags\n      }\n    }\n    metricProfiles {\n      name\n      title\n    }\n    calendars {\n      id\n    }\n  }\n',
): typeof import('./graphql').WorkspaceRulesDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query MeasureTargets {\n    metricDefinitions {\n      key\n      title\n      unit\n      targets {\n        low\n        high\n      }\n      ownTargets {\n        low\n        high\n      }\n    }\n  }\n',
): typeof import('./graphql').MeasureTargetsDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Catalogue {\n    environments {\n      id\n      production\n      declared\n    }\n    approverGroups {\n      id\n      title\n      members\n      quorum\n      services\n      environments\n      risks\n    }\n    calendars {\n      id\n      timeZone\n      days\n      from\n      to\n      holidays\n    }\n  }\n',
): typeof import('./graphql').CatalogueDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query CatalogueTeams($first: Int, $after: String) {\n    teams(first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          title\n          members\n          declared\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql').CatalogueTeamsDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation UpdateWorkspace($input: WorkspaceInput!) {\n    updateWorkspace(input: $input) {\n      profile\n    }\n  }\n',
): typeof import('./graphql').UpdateWorkspaceDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation PutTeam($name: String!, $input: TeamInput!) {\n    putTeam(name: $name, input: $input) {\n      changed\n    }\n  }\n',
): typeof import('./graphql').PutTeamDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation DeleteTeam($name: String!) {\n    deleteTeam(name: $name)\n  }\n',
): typeof import('./graphql').DeleteTeamDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation PutEnvironment($name: String!, $production: Boolean!) {\n    putEnvironment(name: $name, production: $production) {\n      changed\n    }\n  }\n',
): typeof import('./graphql').PutEnvironmentDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation DeleteEnvironment($name: String!) {\n    deleteEnvironment(name: $name)\n  }\n',
): typeof import('./graphql').DeleteEnvironmentDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation PutApproverGroup($name: String!, $input: ApproverGroupInput!) {\n    putApproverGroup(name: $name, input: $input) {\n      changed\n    }\n  }\n',
): typeof import('./graphql').PutApproverGroupDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation DeleteApproverGroup($name: String!) {\n    deleteApproverGroup(name: $name)\n  }\n',
): typeof import('./graphql').DeleteApproverGroupDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation PutCalendar($name: String!, $input: BusinessCalendarInput!) {\n    putCalendar(name: $name, input: $input) {\n      changed\n    }\n  }\n',
): typeof import('./graphql').PutCalendarDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation DeleteCalendar($name: String!) {\n    deleteCalendar(name: $name)\n  }\n',
): typeof import('./graphql').DeleteCalendarDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Viewer {\n    viewer {\n      login\n      role\n      scopes\n      demo\n      version\n    }\n  }\n',
): typeof import('./graphql').ViewerDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query BurnPreview($slo: ID!, $objective: Int, $rules: [BurnRuleInput!]) {\n    burnPreview(slo: $slo, objective: $objective, rules: $rules) {\n      from\n      to\n      pages\n      tickets\n      firings {\n        severity\n        longSeconds\n        shortSeconds\n        factor\n        from\n        to\n        burn\n      }\n    }\n  }\n',
): typeof import('./graphql').BurnPreviewDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query SuggestObjective($service: String!, $indicator: String!, $op: Comparison, $value: Float) {\n    suggestObjective(service: $service, indicator: $indicator, op: $op, value: $value) {\n      target\n      reasons\n      thresholds {\n        share\n        value\n      }\n    }\n  }\n',
): typeof import('./graphql').SuggestObjectiveDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  fragment ObjectiveStatus on Objective {\n    indicator\n    weight\n    target\n    op\n    value\n    timeSliceTarget\n    timeSliceSeconds\n    good\n    total\n    attainment\n    budgetLeft\n    exhaustsAt\n    dataFrom\n    dataTo\n    burns {\n      seconds\n      burn\n    }\n    rules {\n      severity\n      longSeconds\n      shortSeconds\n      factor\n      burning\n      reachable\n    }\n  }\n',
): typeof import('./graphql').ObjectiveStatusFragmentDoc
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  fragment CompositeStatus on Composite {\n    target\n    attainment\n    budgetLeft\n    exhaustsAt\n    burns {\n      seconds\n      burn\n    }\n    rules {\n      severity\n      longSeconds\n      shortSeconds\n      factor\n      burning\n      reachable\n    }\n  }\n',
): typeof import('./graphql').CompositeStatusFragmentDoc
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Slos($filter: SloFilter, $first: Int, $after: String) {\n    slos(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          name\n          displayName\n          service\n          windowSeconds\n          budgetingMethod\n          at\n          objectives {\n            ...ObjectiveStatus\n          }\n          composite {\n            ...CompositeStatus\n          }\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql').SlosDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Slo($name: ID!) {\n    slo(name: $name) {\n      name\n      displayName\n      description\n      service\n      windowSeconds\n      budgetingMethod\n      at\n      from\n      objectives {\n        ...ObjectiveStatus\n        history {\n          from\n          good\n          total\n        }\n      }\n      composite {\n        ...CompositeStatus\n      }\n      alertPolicies {\n        name\n        displayName\n        description\n        severity\n        threshold\n        lookbackSeconds\n        alertAfterSeconds\n        whenBreaching\n        whenResolved\n        whenNoData\n        targets {\n          name\n          target\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql').SloDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query SloReleases($service: String!, $from: DateTime!, $to: DateTime!) {\n    deployments(filter: { services: [$service], from: $from, to: $to, outcomes: ["succeeded", "failed", "rolled_back"] }, first: 200) {\n      edges {\n        node {\n          id\n          version\n          releaseId\n          environment\n          outcome\n          finishedAt\n          startedAt\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql').SloReleasesDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  fragment Selector on MetricSelector {\n    metric\n    matchers {\n      label\n      op\n      value\n    }\n  }\n',
): typeof import('./graphql').SelectorFragmentDoc
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Indicators {\n    indicators {\n      name\n      displayName\n      description\n      service\n      unit\n      kind\n      threshold\n      good {\n        ...Selector\n      }\n      bad {\n        ...Selector\n      }\n      total {\n        ...Selector\n      }\n      histogram {\n        ...Selector\n      }\n      value {\n        ...Selector\n      }\n      labels {\n        service\n        environment\n        version\n        cohort\n        region\n      }\n    }\n  }\n',
): typeof import('./graphql').IndicatorsDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query KnownIndicators {\n    indicators {\n      name\n    }\n    keptIndicators\n  }\n',
): typeof import('./graphql').KnownIndicatorsDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation DeleteSlo($name: ID!) {\n    deleteSlo(name: $name)\n  }\n',
): typeof import('./graphql').DeleteSloDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation DeleteIndicator($name: ID!) {\n    deleteIndicator(name: $name)\n  }\n',
): typeof import('./graphql').DeleteIndicatorDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation SaveSlo($input: SloInput!) {\n    saveSlo(input: $input) {\n      name\n    }\n  }\n',
): typeof import('./graphql').SaveSloDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation SaveIndicator($input: IndicatorInput!) {\n    saveIndicator(input: $input) {\n      name\n    }\n  }\n',
): typeof import('./graphql').SaveIndicatorDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query TryIndicator($input: IndicatorInput!) {\n    tryIndicator(input: $input) {\n      matched\n      looked\n      series {\n        service\n        environment\n        version\n        series {\n          source\n          metric\n          labels {\n            name\n            value\n          }\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql').TryIndicatorDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query SavedViews {\n    savedViews {\n      id\n      name\n      description\n      page\n      state\n      owner\n      visibility\n      isDefault\n      mine\n    }\n  }\n',
): typeof import('./graphql').SavedViewsDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation SaveView($input: SavedViewInput!) {\n    saveView(input: $input) {\n      id\n    }\n  }\n',
): typeof import('./graphql').SaveViewDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation UpdateView($id: ID!, $input: SavedViewChangeInput!) {\n    updateView(id: $id, input: $input) {\n      id\n    }\n  }\n',
): typeof import('./graphql').UpdateViewDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: '\n  mutation DeleteView($id: ID!) {\n    deleteView(id: $id)\n  }\n'): typeof import('./graphql').DeleteViewDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation SetDefaultView($page: String!, $view: ID) {\n    setDefaultView(page: $page, view: $view)\n  }\n',
): typeof import('./graphql').SetDefaultViewDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query ShareLinks($view: ID!) {\n    shareLinks(view: $view) {\n      id\n      createdBy\n      expiresAt\n      revokedAt\n      lastUsedAt\n    }\n  }\n',
): typeof import('./graphql').ShareLinksDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation CreateShareLink($view: ID!, $expiresInDays: Int!) {\n    createShareLink(view: $view, expiresInDays: $expiresInDays) {\n      url\n    }\n  }\n',
): typeof import('./graphql').CreateShareLinkDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation RevokeShareLink($id: ID!) {\n    revokeShareLink(id: $id) {\n      id\n    }\n  }\n',
): typeof import('./graphql').RevokeShareLinkDocument
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  fragment Measured on MetricValue {\n    value\n    unit\n    n\n    low\n    high\n    coverage\n    excluded {\n      reason\n      count\n      description\n    }\n  }\n',
): typeof import('./graphql').MeasuredFragmentDoc
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  fragment Bucket on MetricBucket {\n    from\n    to\n    partial\n    immature\n    value {\n      ...Measured\n    }\n  }\n',
): typeof import('./graphql').BucketFragmentDoc
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  fragment Definition on MetricDefinition {\n    key\n    title\n    unit\n    direction\n    version\n    summary\n    formula\n    population\n    anchor\n    interval\n    exclusions {\n      reason\n      description\n    }\n    options {\n      name\n      value\n      description\n    }\n    stats {\n      name\n      title\n      unit\n    }\n    targets {\n      label\n      low\n      high\n    }\n    evidenceColumns {\n      name\n      title\n    }\n  }\n',
): typeof import('./graphql').DefinitionFragmentDoc

export function graphql(source: string) {
  return (documents as any)[source] ?? {}
}
